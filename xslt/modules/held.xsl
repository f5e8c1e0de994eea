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
      if ($element/self::tei:choice)
      then (if (f:is-as-typed($element)) then $element/* else f:edited($element))
      else $element/node()[not(self::tei:desc and parent::*[self::tei:gap or self::tei:space
        or self::tei:certainty])][not(self::tei:gap and f:is-said(.))]"/>
  </xsl:function>

  <!-- Were all its readings typed? took [taken], [barn/bairn]; an editor's own choice has one. -->
  <xsl:function name="f:is-as-typed" as="xs:boolean">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="exists($choice/@sg:n) or f:is-undecided($choice)"/>
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

  <!-- what parts one of several readings from that before it -->
  <xsl:function name="f:between" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="if ($reading/preceding-sibling::*) then '/' else ''"/>
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
        <xsl:sequence select="if (self::*[f:is-mark(.)]) then f:shown(.)
          else if (self::text() | self::*) then string(.) else ()"/>
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
