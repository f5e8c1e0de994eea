<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Verse and quotations. A line keeps its line; a quotation that holds paragraphs is a block.
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

  <xsl:template match="tei:lg" mode="block" as="element(div)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <div class="lg">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:l" mode="block" as="element(div)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <div class="l">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:if test="@n">
        <span class="line-number">{@n}</span>
      </xsl:if>
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:quote | tei:q | tei:cit" mode="block" as="element(blockquote)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <blockquote>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:call-template name="h:content"/>
    </blockquote>
  </xsl:template>

</xsl:stylesheet>
