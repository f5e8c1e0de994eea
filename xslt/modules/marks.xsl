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
  <xsl:include href="held.xsl"/>

  <!-- Does this element show a sign of its own? Asked of every element, so it is written for speed:
       tests of names joined by "or" cost a fifth of a union of paths. -->
  <xsl:function name="f:is-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/(
      self::tei:gap or self::tei:unclear or self::tei:supplied or self::tei:ex or self::tei:space
      or self::tei:surplus or self::tei:add or self::tei:del or self::tei:damage
      or self::tei:choice or self::tei:expan[not(parent::tei:choice) or tei:ex]
      or self::tei:sic[not(parent::tei:choice)] or self::tei:corr[not(parent::tei:choice)]
      or self::tei:reg[not(parent::tei:choice)] or self::tei:stamp or self::tei:handShift
      or self::tei:certainty or self::tei:g[not(node())][not(starts-with(@n, 'U+'))]
      or @sg:n or @sg:open)"/>
  </xsl:function>

  <!-- the marks of a text in its order, each once; a header may quote marks, it has none -->
  <xsl:function name="f:marks" as="element()*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence
      select="$text/(* except tei:teiHeader)//*[f:is-whole-mark(.)]"/>
  </xsl:function>

  <!-- Is it the outermost element of its mark, the one to count? In N[ikolai] the ex is not, nor
       is one of several readings, nor the gap of a deletion whose sign says it all. -->
  <xsl:function name="f:is-whole-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@sg:n) or (empty($element/@sg:open)
      and f:is-mark($element) and not($element[self::tei:ex][ancestor::tei:expan])
      and not($element/parent::tei:choice) and not(f:is-said($element)))"/>
  </xsl:function>

  <!-- Is it all said by the sign of the mark around it? <del>[2 words deleted]<gap/></del> -->
  <xsl:function name="f:is-said" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/self::tei:gap and empty($element/(@sg:n, @sg:open))
      and exists($element/parent::*[@sg:n][@sg:open != ''][@sg:close = '']
        [count(*) = 1][not(normalize-space(string-join(text())))])"/>
  </xsl:function>

  <!-- the sign before the content; of an empty gap, the whole sign -->
  <xsl:function name="f:mark-open" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-unsigned($element)) then '⟨'
      else if (f:has-signs($element)) then string($element/@sg:open)
      else if (f:is-undecided($element/..)) then ''
      else f:worded-signs($element)[1]"/>
  </xsl:function>

  <!-- the sign after the content -->
  <xsl:function name="f:mark-close" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-unsigned($element)) then '⟩'
      else if (f:letter-sign($element) != '') then ''
      else if (f:has-signs($element)) then string($element/@sg:close)
      else if (f:is-undecided($element/..)) then ''
      else f:worded-signs($element)[2]"/>
  </xsl:function>

  <!-- Does a prepared mark show anything? If not, it gets the sign of its element all the same. -->
  <xsl:function name="f:has-signs" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@sg:open) and ($element/@sg:open != ''
      or $element/@sg:close != '' or $element/node()[not(self::tei:desc or self::tei:certainty)])"/>
  </xsl:function>

  <!-- The sign that each letter of the mark bears, such as the dot under a doubtful one. -->
  <xsl:function name="f:letter-sign" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence
      select="if (matches($element/@sg:close, '^\p{M}$')) then string($element/@sg:close) else ''"/>
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

</xsl:stylesheet>
