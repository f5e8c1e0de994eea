<?xml version="1.0" encoding="UTF-8"?>
<!-- Finding declarations of the ODD by name, and refusing what can't be compiled. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:odd="https://siglum.example/ns/odd"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:key name="spec" use="@ident"
      match="tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec"/>
  <xsl:key name="member" match="tei:elementSpec | tei:classSpec[@type = 'model']"
      use="tei:classes/tei:memberOf/@key"/>

  <!-- The declaration that a reference names; a name that nothing declares ends the run. -->
  <xsl:function name="odd:spec" as="element()">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="found" as="element()*"
        select="key('spec', $reference/@key, root($reference))"/>
    <xsl:if test="count($found) ne 1">
      <xsl:sequence select="odd:refuse($reference, 'refers to ' || $reference/@key || ', which is declared '
        || count($found) || ' times')"/>
    </xsl:if>
    <xsl:sequence select="$found[1]"/>
  </xsl:function>

  <!-- Members of a model class that lead to at least one element, in the order of the ODD. -->
  <xsl:function name="odd:members" as="element()*">
    <xsl:param name="class" as="element(tei:classSpec)"/>
    <xsl:sequence select="key('member', $class/@ident, root($class))
      [self::tei:elementSpec or exists(odd:members(.))]"/>
  </xsl:function>

  <xsl:function name="odd:desc" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="normalize-space($spec/tei:desc[1])"/>
  </xsl:function>

  <!-- Ends the run, naming the declaration that $at belongs to. Typed as if it returned something:
       a call that is known to return nothing may be optimised away. -->
  <xsl:function name="odd:refuse" as="item()*">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="why" as="xs:string"/>
    <xsl:variable name="owner" as="element()?" select="$at/ancestor-or-self::*[@ident][1]"/>
    <xsl:message terminate="yes" expand-text="yes">{local-name($owner)} {$owner/@ident}: {$why}</xsl:message>
  </xsl:function>

</xsl:stylesheet>
