<?xml version="1.0" encoding="UTF-8"?>
<!-- What a finding says: its text with values filled in, its place, its role. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:axsl="https://siglum.example/ns/xslt-alias" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="https://siglum.example/ns/schematron" exclude-result-prefixes="sch s xs">

  <xsl:mode name="message" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:function name="s:finding" as="element()">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="subject" as="xs:string"
        select="($assertion/@subject, $assertion/../@subject, '.')[1]"/>
    <xsl:variable name="help" as="element(sch:diagnostic)*" select="
      root($assertion)/sch:schema/sch:diagnostics/sch:diagnostic
        [@id = tokenize($assertion/@diagnostics)]"/>
    <finding id="{s:id($assertion)}" role="{s:role($assertion)}"
        path="{{({$subject})[1] ! path(.)}}">
      <text><xsl:apply-templates mode="message" select="$assertion/node()"/></text>
      <xsl:if test="exists($help)">
        <help><xsl:apply-templates mode="message" select="$help/node()"/></help>
      </xsl:if>
    </finding>
  </xsl:function>

  <!-- The nearest name that the schema's author gave. -->
  <xsl:function name="s:id" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="string($assertion/ancestor-or-self::*[@id][not(self::sch:schema)][1]/@id)"/>
  </xsl:function>

  <xsl:function name="s:role" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="
      string($assertion/ancestor-or-self::*[@role or @flag][1]/(@role, @flag)[1])"/>
  </xsl:function>

  <xsl:template mode="message" match="text()" as="element()">
    <axsl:text><xsl:value-of select="."/></axsl:text>
  </xsl:template>

  <xsl:template mode="message" match="sch:value-of" as="element()">
    <axsl:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template mode="message" match="sch:name" as="element()">
    <axsl:value-of select="{if (@path) then 'name((' || @path || ')[1])' else 'name(.)'}"/>
  </xsl:template>

</xsl:stylesheet>
