<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  What an element hands on to its HTML: its id, its language, the direction of its script. Our own
  ids have a colon, which no xml:id can have, so the two never meet.
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

  <xsl:variable name="h:rightward" as="xs:string+"
    select="'ar', 'arc', 'dv', 'fa', 'he', 'jpr', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'"/>

  <!-- Encoders write codes of three letters, HTML wants the one of two letters where there is one. -->
  <xsl:variable name="h:short-codes" as="map(xs:string, xs:string)" select="map {
    'ara': 'ar', 'bul': 'bg', 'cat': 'ca', 'ces': 'cs', 'cze': 'cs', 'chi': 'zh', 'zho': 'zh',
    'cym': 'cy', 'wel': 'cy', 'dan': 'da', 'deu': 'de', 'ger': 'de', 'dut': 'nl', 'nld': 'nl',
    'ell': 'el', 'gre': 'el', 'eng': 'en', 'est': 'et', 'fas': 'fa', 'per': 'fa', 'fin': 'fi',
    'fra': 'fr', 'fre': 'fr', 'gle': 'ga', 'heb': 'he', 'hin': 'hi', 'hrv': 'hr', 'hun': 'hu',
    'hye': 'hy', 'isl': 'is', 'ice': 'is', 'ita': 'it', 'jpn': 'ja', 'kan': 'kn', 'kat': 'ka',
    'kor': 'ko', 'lat': 'la', 'lav': 'lv', 'lit': 'lt', 'mal': 'ml', 'nor': 'no', 'pol': 'pl',
    'por': 'pt', 'ron': 'ro', 'rum': 'ro', 'rus': 'ru', 'san': 'sa', 'slk': 'sk', 'slv': 'sl',
    'spa': 'es', 'srp': 'sr', 'swe': 'sv', 'tam': 'ta', 'tel': 'te', 'tur': 'tr', 'ukr': 'uk',
    'urd': 'ur', 'yid': 'yi' }"/>

  <xsl:function name="h:language-tag" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="code" as="xs:string" select="lower-case(tokenize($language, '-')[1])"/>
    <xsl:sequence select="string-join(
      (($h:short-codes($code), $code)[1], tail(tokenize($language, '-'))), '-')"/>
  </xsl:function>

  <!-- Of content that is shown a second time (echo) the id stays with the first. -->
  <xsl:function name="h:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="echo" as="xs:boolean"/>
    <xsl:if test="$element/@xml:id and not($echo)">
      <xsl:attribute name="id" select="$element/@xml:id"/>
    </xsl:if>
    <xsl:sequence select="h:language-attributes($element)"/>
  </xsl:function>

  <xsl:function name="h:language-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="language" as="xs:string" select="normalize-space($element/@xml:lang)"/>
    <xsl:if test="$language and matches($language, '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$')">
      <xsl:attribute name="lang" select="h:language-tag($language)"/>
      <xsl:if test="tokenize(h:language-tag($language), '-')[1] = $h:rightward
                    and not(contains($language, '-Latn'))">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- inside a link nothing else may be a link -->
  <xsl:function name="h:holds-links" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant-or-self::*[. is $element and self::tei:ref
      or not(. is $element) and (f:is-name(.) or f:is-whole-mark(.) or self::tei:ref
      or self::tei:ptr or self::tei:note[h:is-foot-note(.)] or self::tei:app or self::tei:graphic
      or self::tei:pb[@n] or self::tei:p)])"/>
  </xsl:function>

</xsl:stylesheet>
