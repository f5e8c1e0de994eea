<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Names that point to the register become links to their entry. The entry's heading is said where
  the text has another form: GMD is the Guomindang.
 -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:h="https://siglum.example/ns/html"
  xmlns:s="https://siglum.example/ns/site"
  xmlns:sg="https://siglum.example/ns/signs"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template match="*[f:is-name(.)]" mode="inline block" priority="2" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="key" as="xs:string" select="f:register-key(@ref)"/>
    <xsl:variable name="link" as="xs:string?"
      select="h:register-link($key)[not($linked or $echo)]"/>
    <xsl:element name="{if ($link) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'name'"/>
      <xsl:if test="$link">
        <xsl:attribute name="href" select="$link"/>
        <xsl:sequence select="h:heading-title(., $h:names($key))"/>
      </xsl:if>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline">
        <xsl:with-param name="linked" select="$linked or $link" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:function name="h:heading-title" as="attribute(title)?">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:if test="lower-case(f:plain($name)) != lower-case($heading)">
      <xsl:attribute name="title" select="$heading"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
