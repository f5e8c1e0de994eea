<?xml version="1.0" encoding="UTF-8"?>
<!-- Constraints of the ODD: which of them are rules in Schematron, and what they are about where they
     don't say it themselves. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:odd="https://siglum.example/ns/odd"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <!-- The scheme had another name once. A constraint may be taken out, or hold nothing. -->
  <xsl:function name="odd:is-rule" as="xs:boolean">
    <xsl:param name="spec" as="element(tei:constraintSpec)"/>
    <xsl:sequence select="$spec/@scheme = ('schematron', 'isoschematron') and not($spec/@mode = 'delete')
      and exists($spec/tei:constraint//(sch:assert | sch:report))"/>
  </xsl:function>

  <!-- Prefixes that expressions use and that XML binds, or sch:ns in another constraint: an ODD may
       declare them all in one place. -->
  <xsl:function name="odd:bound-prefixes" as="element(sch:ns)*">
    <xsl:param name="spec" as="element(tei:constraintSpec)"/>
    <xsl:variable name="constraint" as="element(tei:constraint)+" select="$spec/tei:constraint"/>
    <xsl:variable name="expressions" as="xs:string*"
        select="$constraint//sch:*/(@context, @test, @select, @value, @path) ! string()"/>
    <xsl:variable name="bound" as="element(sch:ns)*">
      <xsl:sequence select="$spec/ancestor::tei:schemaSpec//tei:constraint//sch:ns"/>
      <xsl:for-each select="in-scope-prefixes($constraint[1])">
        <sch:ns prefix="{.}" uri="{namespace-uri-for-prefix(., $constraint[1])}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group group-by="string(@prefix)"
        select="$bound[not(@prefix = ('', 'xml', 'tei', $constraint//sch:ns/@prefix))]">
      <xsl:if test="exists($expressions[matches(., '(^|[^\w.\-])' || current-grouping-key() || ':[^:]')])">
        <sch:ns prefix="{@prefix}" uri="{@uri}"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- An assertion without a rule is about the element or attribute that declares it; in a class, about
       all elements that inherit from it. -->
  <xsl:function name="odd:context" as="xs:string">
    <xsl:param name="spec" as="element(tei:constraintSpec)"/>
    <xsl:variable name="owner" as="element()?"
        select="$spec/(ancestor::tei:elementSpec | ancestor::tei:classSpec)[1]"/>
    <xsl:variable name="elements" as="element()*" select="
      if ($owner/self::tei:classSpec[@type = 'atts'])
        then $spec/ancestor::tei:schemaSpec//tei:elementSpec[odd:owners(.) intersect $owner]
      else if ($owner/self::tei:classSpec) then odd:descendants($owner)/self::tei:elementSpec
      else $owner"/>
    <xsl:variable name="attribute" as="xs:string"
        select="string-join($spec/ancestor::tei:attDef[1] ! ('/@' || odd:name(.)))"/>
    <xsl:sequence select="($elements ! ('tei:' || odd:name(.) || $attribute), '/*'[empty($elements)])
      => string-join(' | ')"/>
  </xsl:function>

</xsl:stylesheet>
