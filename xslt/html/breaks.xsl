<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Ends of pages, columns and lines in the source. They are no part of the wording: the reading view
  keeps page numbers in the margin, the diplomatic view shows every seam.
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

  <!-- a page that has a number shows it; its id can be linked to -->
  <xsl:template match="tei:pb[@n] | tei:cb[@n] | tei:milestone[@n]" mode="inline block"
    as="element(span)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="break {local-name()}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <span class="unseen"> ({if (self::tei:pb) then h:word('page') else (@unit, local-name())[1]}
        <xsl:text> </xsl:text></span>
      <xsl:text>{@n}</xsl:text>
      <span class="unseen">) </span>
    </span>
  </xsl:template>

  <!-- A seam without a number: here siglum joined, or the editor saw, two pages. -->
  <xsl:template match="tei:pb[not(@n)]" mode="inline block" as="element(span)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="seam">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <span class="sign">¦</span>
      <span class="unseen"> ({h:word(if (@cert = 'low') then 'seam' else 'page-break')}) </span>
    </span>
  </xsl:template>

  <xsl:template match="tei:lb" mode="inline block" as="element(br)">
    <br class="lb"/>
  </xsl:template>

  <xsl:template match="tei:cb[not(@n)] | tei:milestone[not(@n)] | tei:anchor" as="element(span)?"
    mode="inline block">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="@xml:id and not($echo)">
      <span id="{@xml:id}"/>
    </xsl:if>
  </xsl:template>

  <!-- what a printer added around the page: running heads, signatures, catchwords -->
  <xsl:template match="tei:fw" mode="inline block" as="element(span)">
    <span class="fw">
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
