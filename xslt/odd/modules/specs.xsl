<?xml version="1.0" encoding="UTF-8"?>
<!-- Finding declarations of the ODD by name; marking what a format can't express.

     Before the sheets run, src/siglum/rendering/odd has seen to it that every reference leads to one
     declaration, and has put the place of each element on it (odd:at="line:column"). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:odd="https://siglum.example/ns/odd"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:key name="spec" use="@ident"
      match="tei:schemaSpec//(tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec)"/>
  <xsl:key name="member" match="tei:schemaSpec//(tei:elementSpec | tei:classSpec[@type = 'model'])"
      use="tei:classes/tei:memberOf[not(@mode = 'delete')]/@key"/>

  <!-- What an element, attribute or value is called in documents. -->
  <xsl:function name="odd:name" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="normalize-space(($spec/tei:altIdent[not(@type)], $spec/@ident)[1])"/>
  </xsl:function>

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
    <xsl:sequence select="normalize-space((
      $spec/tei:desc[@xml:lang = odd:language($spec)], $spec/tei:desc[not(@xml:lang)], $spec/tei:desc,
      $spec/tei:gloss[@xml:lang = odd:language($spec)], $spec/tei:gloss)[1])"/>
  </xsl:function>

  <!-- The namespace of the elements of a declaration; TEI's where the ODD is silent. -->
  <xsl:function name="odd:namespace" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="string(($spec/@ns, $spec/ancestor::tei:elementSpec/@ns, $spec/ancestor::tei:schemaSpec/@ns,
      'http://www.tei-c.org/ns/1.0')[1])"/>
  </xsl:function>

  <xsl:function name="odd:language" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="(tokenize($spec/ancestor::tei:schemaSpec[1]/@docLang), 'en')[1]"/>
  </xsl:function>

  <!-- Why XSD 1.0 can't say this; nothing where there is no reason. The place goes with it. -->
  <xsl:function name="odd:beyond" as="attribute()*">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="why" as="xs:string*"/>
    <xsl:if test="exists($why)">
      <xsl:attribute name="beyond" select="$why[1]"/>
      <xsl:sequence select="odd:place($at)"/>
    </xsl:if>
  </xsl:function>

  <!-- Where something stands in the ODD, and in which declaration. -->
  <xsl:function name="odd:place" as="attribute()+">
    <xsl:param name="at" as="element()"/>
    <xsl:attribute name="of" select="odd:title($at)"/>
    <xsl:attribute name="at" select="$at/ancestor-or-self::*[@odd:at][1]/@odd:at"/>
  </xsl:function>

  <xsl:function name="odd:title" as="xs:string">
    <xsl:param name="at" as="element()"/>
    <xsl:variable name="owner" as="element()?" select="$at/ancestor-or-self::*[@ident]
      [not(self::tei:attDef or self::tei:valItem or self::tei:constraintSpec)][1]"/>
    <xsl:sequence select="local-name($owner) || ' ' || $owner/@ident"/>
  </xsl:function>

  <!-- Ends the run, naming the declaration that $at belongs to. Typed as if it returned something:
       a call that is known to return nothing may be optimised away. -->
  <xsl:function name="odd:refuse" as="item()*">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="why" as="xs:string"/>
    <xsl:message terminate="yes" expand-text="yes">{odd:title($at)}: {$why}</xsl:message>
  </xsl:function>

</xsl:stylesheet>
