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
      <xsl:apply-templates select="f:mark-content(.)" mode="inline"/>
      <close>{f:mark-close(.)}</close>
    </mark>
  </xsl:template>

  <!-- the part of a mark that alone carries its brackets: N[ikolai] -->
  <xsl:template match="*[f:is-mark(.)][not(f:is-whole-mark(.))]" mode="inline" as="node()+"
    priority="3">
    <xsl:text>{f:mark-open(.)}</xsl:text>
    <xsl:apply-templates select="f:mark-content(.)" mode="inline"/>
    <xsl:text>{f:mark-close(.)}</xsl:text>
  </xsl:template>

</xsl:stylesheet>
