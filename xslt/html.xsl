<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  TEI → one HTML page. In: a prepared text. Out: a page that is whole without script and without
  the net. `context` says what the page's neighbours are (html/context.xsl).
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

  <!-- what HTML and print share -->
  <xsl:include href="modules/functions.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/marks.xsl"/>
  <!-- the page around the text -->
  <xsl:include href="html/words.xsl"/>
  <xsl:include href="html/context.xsl"/>
  <xsl:include href="html/frame.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="html/outline.xsl"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/legend.xsl"/>
  <!-- the text, one file per family of elements -->
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/structure.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/phrases.xsl"/>
  <xsl:include href="html/breaks.xsl"/>
  <xsl:include href="html/marks.xsl"/>
  <xsl:include href="html/names.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
    omit-xml-declaration="yes" include-content-type="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- elements that stand on lines of their own, and those that stand in a line -->
  <xsl:mode name="block" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="inline" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="tei:TEI"/>
  </xsl:template>

  <xsl:template match="tei:TEI" as="element()">
    <xsl:variable name="text" as="element(tei:TEI)" select="."/>
    <xsl:call-template name="h:page">
      <xsl:with-param name="kind" select="'text-page'"/>
      <xsl:with-param name="language" select="f:language($text)"/>
      <xsl:with-param name="title" select="string-join(distinct-values(
        (f:text-title($text), f:text-subtitle($text), $h:site/@title))[normalize-space()], ' · ')"/>
      <xsl:with-param name="head" select="h:metadata($text)"/>
      <xsl:with-param name="main" as="element()*">
        <xsl:sequence select="h:title-block($text), h:view-switch()"/>
        <xsl:call-template name="h:reading-text"/>
        <xsl:sequence select="h:legend($text), h:apparatus($text), h:notes($text),
          h:about($text), h:neighbours()"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- everything of the file but its header; images and lists that stand before the text follow it -->
  <xsl:template name="h:reading-text" as="element(div)">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <div class="reading" id="text:" lang="{h:language-tag(f:language(.))}">
      <xsl:apply-templates select="tei:text, * except (tei:teiHeader, tei:text)" mode="block"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
