<?xml version="1.0" encoding="UTF-8"?>
<!--
  Editorial marks → `p:mark`: the sign that opens it, its content, the sign that closes it. What
  is a mark, and its signs and words, are those of modules/marks.xsl.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:sg="https://siglum.example/ns/signs"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- only the marks of a prepared text have a number -->
  <xsl:template match="*[f:is-whole-mark(.)]" mode="inline" as="element(p:mark)" priority="4">
    <mark explain="{f:mark-explain(.)}">
      <xsl:if test="@sg:n">
        <xsl:attribute name="n" select="@sg:n"/>
      </xsl:if>
      <open>{f:mark-open(.)}</open>
      <xsl:apply-templates select="." mode="held"/>
      <close>{f:mark-close(.)}</close>
    </mark>
  </xsl:template>

  <!-- The part of a mark that alone carries its brackets: N[ikolai]. What is said already by the
       sign of the mark around it leaves nothing. -->
  <xsl:template match="*[f:is-mark(.)][not(f:is-whole-mark(.))]" mode="inline" as="node()*"
    priority="3">
    <xsl:if test="not(f:is-said(.))">
      <xsl:text>{f:mark-open(.)}</xsl:text>
      <xsl:apply-templates select="." mode="held"/>
      <xsl:text>{f:mark-close(.)}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- between paragraphs a mark makes a paragraph of its own -->
  <xsl:template match="*[f:is-mark(.)]" mode="block" as="node()*" priority="4">
    <xsl:choose>
      <xsl:when test="f:stands-alone(.)">
        <p>
          <xsl:apply-templates select="." mode="inline"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="inline"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands between the signs. Of readings that were both typed both are printed: a proof is
       compared with its source. -->
  <xsl:mode name="held" on-no-match="fail" on-multiple-match="use-last"/>

  <xsl:template match="*" mode="held" as="node()*">
    <xsl:apply-templates select="f:mark-content(.)" mode="inline">
      <xsl:with-param name="sign" select="f:letter-sign(.)" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="tei:choice | tei:app" mode="held" as="node()*">
    <xsl:for-each select="f:mark-content(.)">
      <xsl:text>{f:between(.)}</xsl:text>
      <xsl:apply-templates select="." mode="inline"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*[@xml:lang]" mode="held" as="element(p:lang)" priority="2">
    <lang>
      <xsl:sequence select="p:lang-attribute(.)"/>
      <xsl:next-match/>
    </lang>
  </xsl:template>

  <xsl:template match="tei:ref[@target]" mode="held" as="element(p:link)" priority="1">
    <link target="{@target}">
      <xsl:next-match/>
    </link>
  </xsl:template>

  <xsl:template match="tei:hi[f:rendition(@rend) != 'plain']" mode="held" as="element(p:hi)"
    priority="1">
    <hi rend="{f:rendition(@rend)}">
      <xsl:next-match/>
    </hi>
  </xsl:template>

</xsl:stylesheet>
