<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain patterns to XSLT: a pattern is a mode, a rule a template of it.

     The first rule that matches a node is the only one of its pattern to fire, hence falling
     priorities. Each test runs in a try: a rule that can't be evaluated costs itself only. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:axsl="https://siglum.example/ns/xslt-alias" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="https://siglum.example/ns/schematron" exclude-result-prefixes="sch s">

  <xsl:namespace-alias stylesheet-prefix="axsl" result-prefix="xsl"/>

  <xsl:mode name="compile" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="compile" match="sch:schema" as="element()">
    <axsl:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:namespace name="err" select="'http://www.w3.org/2005/xqt-errors'"/>
      <xsl:apply-templates mode="compile" select="sch:ns"/>
      <axsl:output method="xml" indent="no" encoding="UTF-8"/>
      <xsl:copy-of select="xsl:*" copy-namespaces="yes"/>
      <xsl:apply-templates mode="compile" select="sch:let | sch:pattern/sch:let[not(s:local(.))]"/>
      <xsl:for-each select="sch:pattern">
        <axsl:mode name="{s:mode(.)}" on-no-match="shallow-skip"/>
      </xsl:for-each>
      <axsl:template match="/">
        <found>
          <xsl:for-each select="sch:pattern">
            <axsl:apply-templates mode="{s:mode(.)}" select="."/>
          </xsl:for-each>
        </found>
      </axsl:template>
      <xsl:apply-templates mode="compile" select="sch:pattern/sch:rule"/>
    </axsl:stylesheet>
  </xsl:template>

  <xsl:template mode="compile" match="sch:ns" as="namespace-node()">
    <xsl:namespace name="{@prefix}" select="@uri"/>
  </xsl:template>

  <xsl:template mode="compile" match="sch:let" as="element()">
    <axsl:variable name="{@name}">
      <xsl:copy-of select="@as"/>
      <xsl:choose>
        <xsl:when test="@value"><xsl:attribute name="select" select="@value"/></xsl:when>
        <xsl:otherwise><xsl:copy-of select="node()"/></xsl:otherwise>
      </xsl:choose>
    </axsl:variable>
  </xsl:template>

  <!-- A pattern's variable, where other patterns have one of the same name: computed from the root
       of the document, as the standard has it, but inside each rule. -->
  <xsl:template mode="compile" match="sch:pattern/sch:let[s:local(.)]" as="element()" priority="1">
    <axsl:variable name="{@name}" as="item()*">
      <axsl:for-each select="root()"><axsl:sequence select="{@value}"/></axsl:for-each>
    </axsl:variable>
  </xsl:template>

  <xsl:template mode="compile" match="sch:rule" as="element()">
    <axsl:template mode="{s:mode(..)}" match="{@context}"
        priority="{count(following-sibling::sch:rule) + 1}">
      <xsl:apply-templates mode="compile" select="../sch:let[s:local(.)]"/>
      <xsl:apply-templates mode="compile" select="sch:let | sch:assert | sch:report | xsl:*"/>
      <axsl:apply-templates mode="#current" select="@*, node()"/>
    </axsl:template>
  </xsl:template>

  <xsl:template mode="compile" match="sch:rule/xsl:*" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template mode="compile" match="sch:assert | sch:report" as="element()">
    <axsl:try>
      <axsl:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
        <xsl:sequence select="s:finding(.)"/>
      </axsl:if>
      <axsl:catch>
        <finding id="rule-failed" role="error" path="{{path(.)}}">
          <text>the rule<xsl:value-of select="' ' || @id"/> can't be evaluated: <axsl:value-of
              select="$err:description"/></text>
        </finding>
      </axsl:catch>
    </axsl:try>
  </xsl:template>

  <xsl:function name="s:mode" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="'pattern-' || (1 + count($pattern/preceding-sibling::sch:pattern))"/>
  </xsl:function>

  <xsl:function name="s:local" as="xs:boolean">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="exists($let/parent::sch:pattern) and
      count(root($let)/sch:schema/(. | sch:pattern)/sch:let[@name = $let/@name]) gt 1"/>
  </xsl:function>

</xsl:stylesheet>
