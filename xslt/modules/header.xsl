<?xml version="1.0" encoding="UTF-8"?>
<!-- What a header says of its text, as strings and in the header's order. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:function name="f:text-title" as="xs:string">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="titles" as="element(tei:title)*" select="f:titles($text)"/>
    <xsl:sequence select="f:first((f:plain($titles[@type = 'main'][1]),
      f:plain($titles[not(@type = 'sub')][1]), f:plain($titles[1]), string($text/@n)))"/>
  </xsl:function>

  <xsl:function name="f:text-subtitle" as="xs:string">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="f:plain(f:titles($text)[@type = 'sub'][1])"/>
  </xsl:function>

  <!-- what a running head or a list has room for: short title, else subtitle, else title -->
  <xsl:function name="f:text-short-title" as="xs:string">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="f:first((f:plain(f:titles($text)[@type = 'short'][1]),
      f:text-subtitle($text), f:text-title($text)))"/>
  </xsl:function>

  <xsl:function name="f:titles" as="element(tei:title)*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="$text/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title"/>
  </xsl:function>

  <!-- a head counts as the text's own if nothing but nested divisions stands before it -->
  <xsl:function name="f:opening-head" as="element(tei:head)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="first" as="element()?"
      select="($text/tei:text//*[not(self::tei:front | self::tei:body | self::tei:group
                | self::tei:text | self::tei:div | self::tei:div1 | self::tei:pb)])[1]"/>
    <xsl:sequence select="$first[self::tei:head]"/>
  </xsl:function>

  <!-- the opening head, if the header's title is the same but for capitals and punctuation -->
  <xsl:function name="f:title-head" as="element(tei:head)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="f:opening-head($text)[f:letters(.) = f:letters(f:text-title($text))]"/>
  </xsl:function>

  <xsl:function name="f:letters" as="xs:string">
    <xsl:param name="words" as="item()?"/>
    <xsl:sequence select="lower-case(replace(normalize-unicode(string($words)), '[^\p{L}\p{M}\p{N}]', ''))"/>
  </xsl:function>

  <!-- when the text was written: the element, for its words and its @when -->
  <xsl:function name="f:text-date" as="element()?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="header" as="element()?" select="$text/tei:teiHeader"/>
    <xsl:sequence select="($header/tei:profileDesc/tei:creation/tei:date,
      $header/tei:fileDesc/tei:sourceDesc//(tei:origDate | tei:date))[normalize-space()][1]"/>
  </xsl:function>

  <!-- the date as a machine reads and sorts it; empty where the header has none -->
  <xsl:function name="f:iso-date" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="string(($date/(@when, @notBefore, @from, @when-iso, @notAfter, @to))[1])"/>
  </xsl:function>

  <!-- A date that HTML's time element takes: a year of four figures, a month, a day -->
  <xsl:function name="f:is-html-date" as="xs:boolean">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="matches($date, '^\d{4}(-\d\d)?$') or $date castable as xs:date
      and matches($date, '^\d{4}-\d\d-\d\d$')"/>
  </xsl:function>

  <xsl:function name="f:translators" as="xs:string*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="distinct-values($text/tei:teiHeader/tei:fileDesc/tei:titleStmt
      /tei:editor[@role = 'translator'] ! f:plain(.))[. != '']"/>
  </xsl:function>

  <xsl:function name="f:authors" as="xs:string*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="distinct-values($text/tei:teiHeader/tei:fileDesc/tei:titleStmt
      /tei:author ! f:plain(.))[. != '']"/>
  </xsl:function>

  <xsl:function name="f:document-type" as="xs:string">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="string-join($text/tei:teiHeader/tei:profileDesc/tei:textClass
      /tei:keywords/tei:term[@type = 'document-type'] ! f:plain(.), ', ')"/>
  </xsl:function>

  <!-- where the source lies: archive, then the nested collections and numbers, then the leaves -->
  <xsl:function name="f:shelfmark" as="xs:string">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="source" as="element()?"
      select="($text/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:msDesc)[1]"/>
    <xsl:variable name="place" as="element()*" select="$source/tei:msIdentifier/*"/>
    <xsl:variable name="house" as="xs:string" select="string-join(
      $place[self::tei:country | self::tei:settlement | self::tei:institution
      | self::tei:repository] ! f:plain(.), ', ')"/>
    <xsl:variable name="number" as="xs:string" select="string-join((
      $place[self::tei:collection | self::tei:idno] ! f:plain(.),
      $source/tei:msContents//tei:locus ! f:plain(.))[. != ''], ', ')"/>
    <xsl:sequence select="string-join(($house, $number)[. != ''], ': ')"/>
  </xsl:function>

  <!-- the entries of the legend that the header gives, as the conventions' rules name them -->
  <xsl:function name="f:legend-labels" as="element(tei:label)*">
    <xsl:param name="texts" as="element(tei:TEI)*"/>
    <xsl:sequence select="$texts/tei:teiHeader/tei:encodingDesc/tei:editorialDecl
      //tei:list/tei:label[@n]"/>
  </xsl:function>

  <!-- What a legend entry means, without the name of the element: that is for readers of TEI -->
  <xsl:function name="f:legend-meaning" as="xs:string">
    <xsl:param name="label" as="element(tei:label)"/>
    <xsl:sequence
      select="f:plain($label/following-sibling::tei:item[1]/node()[not(self::tei:gi)])"/>
  </xsl:function>

</xsl:stylesheet>
