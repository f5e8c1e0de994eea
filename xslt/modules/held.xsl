<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands between the signs of a mark, and where a mark stands. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:sg="https://siglum.example/ns/signs"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What of a mark's element is its content: a gap's desc has become its sign; of two readings
       that exclude each other the editor's is the text, unless both were typed. -->
  <xsl:function name="f:mark-content" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element[self::tei:choice or self::tei:app])
      then (if (f:is-as-typed($element)) then $element/* else f:edited($element))
      else $element/node()[not(self::tei:desc and parent::*[self::tei:gap or self::tei:space
        or self::tei:certainty])][not(self::tei:gap and f:is-said(.))]"/>
  </xsl:function>

  <!-- Were all its readings typed? took [taken], [barn/bairn]; an editor's own choice has one. -->
  <xsl:function name="f:is-as-typed" as="xs:boolean">
    <xsl:param name="readings" as="element()"/>
    <xsl:sequence select="exists($readings/@sg:n) or f:is-undecided($readings)"/>
  </xsl:function>

  <!-- Were several readings typed of which nothing says with what signs? They are never run
       together. -->
  <xsl:function name="f:is-unsigned" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::tei:choice or self::tei:app][@sg:n]
      [string(@sg:open) || string(@sg:close) = ''][not(*[@sg:open][not(@sg:n)])])"/>
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

  <!-- what parts one of several readings from that before it, where no sign does -->
  <xsl:function name="f:between" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="if (empty($reading/preceding-sibling::*)) then ''
      else if (f:is-unsigned($reading/..)) then '|'
      else if (f:is-undecided($reading/..) and empty($reading/../*/@sg:open)) then '/'
      else ''"/>
  </xsl:function>

  <!-- letters, each with the sign that it bears -->
  <xsl:function name="f:bearing" as="xs:string">
    <xsl:param name="letters" as="xs:string"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:sequence select="if ($sign = '') then $letters
      else normalize-unicode(replace($letters, '[\p{L}\p{N}]\p{M}*', '$0' || $sign), 'NFC')"/>
  </xsl:function>

  <!-- the mark as it stands on the page, without markup -->
  <xsl:function name="f:mark-text" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(f:shown($element))"/>
  </xsl:function>

  <xsl:function name="f:shown" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:for-each select="f:mark-content($element)">
        <xsl:sequence select="self::*/f:between(.),
          if (self::*[f:is-mark(.)]) then f:shown(.)
          else if (self::text() | self::*) then f:bearing(., f:letter-sign($element)) else ()"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence
      select="string-join((f:mark-open($element), $content, f:mark-close($element)))"/>
  </xsl:function>

  <!-- Does it stand between paragraphs, on a line of its own? -->
  <xsl:function name="f:stands-alone" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="exists($mark/parent::*[self::tei:body or self::tei:front or self::tei:back
      or starts-with(local-name(), 'div')]) and empty($mark/../text()[normalize-space()])"/>
  </xsl:function>

</xsl:stylesheet>
