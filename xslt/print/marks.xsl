<?xml version="1.0" encoding="UTF-8"?>
<!--
  Editorial marks → `p:mark`: the sign that opens it, its content, the sign that closes it. A
  prepared text says them in sg: attributes; for other TEI a sign is made from the element.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:sg="https://siglum.example/ns/signs"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template mode="inline" as="element(p:mark)" priority="3"
    match="tei:gap | tei:unclear | tei:supplied | tei:surplus | tei:add | tei:del | tei:space
      | tei:expan | tei:sic[not(parent::tei:choice)] | *[@sg:n]">
    <xsl:variable name="signs" as="xs:string+" select="p:signs(.)"/>
    <mark explain="{p:explanation(.)}">
      <xsl:if test="@sg:n">
        <xsl:attribute name="n" select="@sg:n"/>
      </xsl:if>
      <open>{$signs[1]}</open>
      <xsl:apply-templates select="node()[not(parent::tei:gap and self::tei:desc)]" mode="inline"/>
      <close>{$signs[2]}</close>
    </mark>
  </xsl:template>

  <!-- the part of a mark that alone carries its brackets: N[ikolai] -->
  <xsl:template match="tei:ex" mode="inline" as="node()+">
    <xsl:variable name="signs" as="xs:string+"
      select="if (@sg:open) then (@sg:open, @sg:close) ! string() else ('(', ')')"/>
    <xsl:text>{$signs[1]}</xsl:text>
    <xsl:apply-templates mode="inline"/>
    <xsl:text>{$signs[2]}</xsl:text>
  </xsl:template>

  <!-- what is printed before and after the content of a mark -->
  <xsl:function name="p:signs" as="xs:string+">
    <xsl:param name="mark" as="element()"/>
    <xsl:choose>
      <xsl:when test="$mark/@sg:open">
        <xsl:sequence select="string($mark/@sg:open), string($mark/@sg:close)"/>
      </xsl:when>
      <xsl:when test="$mark[self::tei:gap | self::tei:space]">
        <xsl:sequence select="concat('[', (p:plain($mark/tei:desc)[. != ''], '…')[1], ']'), ''"/>
      </xsl:when>
      <xsl:when test="$mark/self::tei:unclear">
        <xsl:sequence select="'[', '?]'"/>
      </xsl:when>
      <xsl:when test="$mark/self::tei:supplied">
        <xsl:sequence select="'⟨', '⟩'"/>
      </xsl:when>
      <xsl:when test="$mark[self::tei:surplus]">
        <xsl:sequence select="'{', '}'"/>
      </xsl:when>
      <xsl:when test="$mark/self::tei:del">
        <xsl:sequence select="'⟦', '⟧'"/>
      </xsl:when>
      <xsl:when test="$mark/self::tei:add">
        <xsl:sequence select="'`', '´'"/>
      </xsl:when>
      <xsl:when test="$mark/self::tei:sic">
        <xsl:sequence select="'', ' [sic]'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="'', ''"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="p:explanation" as="xs:string">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="(string($mark/@sg:explain)[. != ''], local-name($mark))[1]"/>
  </xsl:function>

</xsl:stylesheet>
