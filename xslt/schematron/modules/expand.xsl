<?xml version="1.0" encoding="UTF-8"?>
<!-- Abstract patterns and rules put in place, so that only patterns with plain rules are left. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:s="https://siglum.example/ns/schematron" exclude-result-prefixes="#all">

  <xsl:key name="abstract" match="sch:pattern[@abstract = 'true'] | sch:rule[@abstract = 'true']"
      use="@id"/>

  <xsl:mode name="expand" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template mode="expand" match="sch:pattern[@abstract = 'true'] | sch:rule[@abstract = 'true']
      | sch:phase | sch:title | sch:p | sch:properties" as="empty-sequence()"/>

  <xsl:template mode="expand" match="sch:pattern[@is-a]" as="element(sch:pattern)">
    <xsl:variable name="abstract" as="element(sch:pattern)?"
        select="key('abstract', @is-a)[self::sch:pattern]"/>
    <xsl:if test="empty($abstract)">
      <xsl:message terminate="yes" select="'no abstract pattern has the id ' || @is-a"/>
    </xsl:if>
    <xsl:copy>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates mode="expand" select="$abstract/node()">
        <xsl:with-param name="parameters" tunnel="yes" as="map(xs:string, xs:string)"
            select="map:merge(sch:param ! map { '$' || @name: string(@value) })"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="expand" match="sch:extends[@rule]" as="node()*">
    <xsl:variable name="rule" as="element(sch:rule)?"
        select="key('abstract', @rule)[self::sch:rule]"/>
    <xsl:if test="empty($rule)">
      <xsl:message terminate="yes" select="'no abstract rule has the id ' || @rule"/>
    </xsl:if>
    <xsl:apply-templates mode="expand" select="$rule/node()"/>
  </xsl:template>

  <xsl:template mode="expand" match="sch:include | sch:extends[@href] | xsl:include | xsl:import"
      as="item()*">
    <xsl:message terminate="yes" select="name() || ' reads another file (' || @href
      || '), which is not supported: copy its content in'"/>
  </xsl:template>

  <!-- Parameters are put into every attribute; the longest name first, so that $a leaves $ab alone. -->
  <xsl:template mode="expand" match="@*" as="attribute()">
    <xsl:param name="parameters" tunnel="yes" as="map(xs:string, xs:string)" select="map { }"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="fold-left(
      sort(map:keys($parameters), (), function($name) { -string-length($name) }), string(.),
      function($text, $name) { s:put($text, $name, $parameters($name)) })"/>
  </xsl:template>

  <xsl:function name="s:put" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
      if (contains($text, $name)) then (substring-before($text, $name), $value,
        s:put(substring-after($text, $name), $name, $value)) else $text"/>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

</xsl:stylesheet>
