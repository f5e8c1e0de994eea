<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The head of a text's page: what it is, when and where it was written, where the source lies.
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

  <xsl:function name="h:title-block" as="element(header)">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <header class="title">
      <xsl:sequence select="h:kicker($text)"/>
      <xsl:sequence select="h:title($text)"/>
      <xsl:sequence select="h:byline($text)"/>
      <xsl:apply-templates select="$text/tei:teiHeader/tei:profileDesc/tei:abstract" mode="abstract"/>
      <xsl:if test="f:shelfmark($text)">
        <p class="source">{f:shelfmark($text)}</p>
      </xsl:if>
    </header>
  </xsl:function>

  <!-- Where the text opens with its title as its own head, this is shown, once: with its marks and
       names, as the source has it. -->
  <xsl:function name="h:title" as="element(h1)">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="head" as="element(tei:head)?" select="f:title-head($text)"/>
    <h1>
      <xsl:choose>
        <xsl:when test="$head">
          <xsl:sequence select="h:attributes($head, false())"/>
          <xsl:apply-templates select="$head/node()" mode="inline"/>
        </xsl:when>
        <xsl:otherwise>{f:text-title($text)}</xsl:otherwise>
      </xsl:choose>
    </h1>
  </xsl:function>

  <!-- kind and date, small above the title -->
  <xsl:function name="h:kicker" as="element(p)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="date" as="node()*" select="h:date($text)"/>
    <xsl:if test="$date or f:document-type($text)">
      <p class="kicker">
        <xsl:text>{f:document-type($text)}</xsl:text>
        <xsl:if test="$date and f:document-type($text)">
          <span class="dot"> · </span>
        </xsl:if>
        <xsl:sequence select="$date"/>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:date" as="node()*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:apply-templates select="f:text-date($text)" mode="inline">
      <xsl:with-param name="echo" select="true()" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:function name="h:byline" as="element(p)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="translators" as="xs:string*" select="f:translators($text)"/>
    <xsl:variable name="parts" as="xs:string*" select="
      string-join(f:authors($text), ', '),
      if (exists($translators)) then 'translated by ' || string-join($translators, ', ') else ()"/>
    <xsl:if test="exists($parts[. != ''])">
      <p class="byline">{string-join($parts[. != ''], '; ')}</p>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="abstract" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="tei:abstract" mode="abstract" as="element(div)?">
    <xsl:if test="normalize-space()">
      <div class="abstract">
        <xsl:apply-templates select="*" mode="block">
          <xsl:with-param name="echo" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
