<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Elements that no other file knows: shown with all their content and with their name as a hook for
  a style sheet, never dropped.
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

  <xsl:template match="*" mode="block" priority="-1" as="element(div)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <div class="tei" data-tei="{local-name()}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="inline" priority="-1" as="element(span)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="lines" as="xs:string" select="if (h:is-block(.)) then ' lines' else ''"/>
    <span class="tei{$lines}" data-tei="{local-name()}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
