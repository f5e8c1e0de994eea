<?xml version="1.0" encoding="UTF-8"?>
<!--
  The editorial marks: which element is one, the signs that open and close it, what it means in
  words. A prepared text says all this in sg: attributes; for any other TEI it is worked out from
  the element (modules/wording.xsl), so that no mark is ever without a sign.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:sg="https://siglum.example/ns/signs"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:include href="wording.xsl"/>

  <!-- Does this element show a sign of its own? Asked of every element, so it is written for speed:
       tests of names joined by "or" cost a fifth of a union of paths. -->
  <xsl:function name="f:is-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/(
      self::tei:gap or self::tei:unclear or self::tei:supplied or self::tei:ex or self::tei:space
      or self::tei:surplus or self::tei:add or self::tei:del or self::tei:damage
      or self::tei:choice or self::tei:expan[not(parent::tei:choice) or tei:ex]
      or self::tei:sic[not(parent::tei:choice)] or self::tei:corr[not(parent::tei:choice)]
      or @sg:n or @sg:open)"/>
  </xsl:function>

  <!-- the marks of a text in its order, each once; a header may quote marks, it has none -->
  <xsl:function name="f:marks" as="element()*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="$text/(* except tei:teiHeader)//*[self::tei:gap or self::tei:unclear
      or self::tei:supplied or self::tei:expan or self::tei:ex or self::tei:space
      or self::tei:surplus or self::tei:add or self::tei:del or self::tei:damage
      or self::tei:choice or self::tei:sic or self::tei:corr or @sg:n][f:is-whole-mark(.)]"/>
  </xsl:function>

  <!-- Is it the outermost element of its mark, the one to count? In N[ikolai] the ex is not. -->
  <xsl:function name="f:is-whole-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@sg:n) or (empty($element/@sg:open)
      and f:is-mark($element) and not($element[self::tei:ex][ancestor::tei:expan])
      and not($element/parent::tei:choice))"/>
  </xsl:function>

  <!-- the sign before the content; of an empty gap, the whole sign -->
  <xsl:function name="f:mark-open" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@sg:open) then string($element/@sg:open)
      else f:worded-signs($element)[1]"/>
  </xsl:function>

  <!-- the sign after the content -->
  <xsl:function name="f:mark-close" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@sg:open) then string($element/@sg:close)
      else f:worded-signs($element)[2]"/>
  </xsl:function>

  <!-- what the mark means, in words; those of a sign may have run over a line's end -->
  <xsl:function name="f:mark-explain" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(
      f:first((string($element/@sg:explain), f:worded-meaning($element))))"/>
  </xsl:function>

  <!-- the rule of the convention that the mark follows, under which the legend lists it -->
  <xsl:function name="f:mark-rule" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:first((string($element/@sg:rule),
      string-join((local-name($element), tokenize($element/@reason)[1],
        $element/self::tei:choice/*[1]/local-name()), '-')))"/>
  </xsl:function>

  <!-- What of a mark's element is its content: a gap's desc has become its sign; of two readings
       that exclude each other the editor's is the text. -->
  <xsl:function name="f:mark-content" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/self::tei:choice) then f:edited($element)
      else $element/node()[not(self::tei:desc and parent::*[self::tei:gap | self::tei:space])]"/>
  </xsl:function>

  <!-- of a choice, what the editor reads and what the source has -->
  <xsl:function name="f:edited" as="element()*">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="($choice/(tei:corr | tei:reg | tei:expan), $choice/*)[1]"/>
  </xsl:function>

  <xsl:function name="f:typed" as="element()*">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="($choice/(tei:sic | tei:orig | tei:abbr), $choice/*)[1]"/>
  </xsl:function>

  <!-- the mark as it stands on the page, without markup -->
  <xsl:function name="f:mark-text" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:for-each select="f:mark-content($element)">
        <xsl:sequence select="if (self::*[f:is-mark(.)]) then f:mark-text(.)
          else if (self::text() | self::*) then string(.) else ()"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join(
      (f:mark-open($element), $content, f:mark-close($element))))"/>
  </xsl:function>

</xsl:stylesheet>
