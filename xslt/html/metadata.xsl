<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  What machines read of a page: description, links to other forms, schema.org data. JSON is data,
  not script; markup characters are escaped in it, so that it can't end its element.
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

  <xsl:function name="h:metadata" as="element()*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="summary" as="xs:string"
      select="f:plain($text/tei:teiHeader/tei:profileDesc/tei:abstract)"/>
    <xsl:if test="$summary">
      <meta name="description" content="{$summary}"/>
    </xsl:if>
    <xsl:for-each select="$h:site/s:download">
      <link rel="alternate" href="{@href}" title="{.}">
        <xsl:copy-of select="@type"/>
      </link>
    </xsl:for-each>
    <xsl:for-each select="$h:site/(s:previous | s:next)">
      <link rel="{if (self::s:next) then 'next' else 'prev'}" href="{@href}"/>
    </xsl:for-each>
    <script type="application/ld+json">{h:json(h:work($text, $summary))}</script>
  </xsl:function>

  <xsl:function name="h:work" as="map(*)">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:param name="summary" as="xs:string"/>
    <xsl:variable name="full" as="map(*)" select="map {
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      'name': f:text-title($text),
      'inLanguage': f:language($text),
      'dateCreated': f:iso-date(f:text-date($text)),
      'genre': f:document-type($text),
      'abstract': $summary,
      'author': h:persons(f:authors($text)),
      'translator': h:persons(f:translators($text)),
      'isPartOf': if (normalize-space($h:site/@title))
                  then map { '@type': 'Collection', 'name': string($h:site/@title) } else ''
    }"/>
    <xsl:sequence select="map:merge(
      map:keys($full)[not($full(.) instance of xs:string and $full(.) = '')]
        [not($full(.) instance of array(*) and array:size($full(.)) = 0)] ! map:entry(., $full(.)))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"
      xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
  </xsl:function>

  <xsl:function name="h:persons" as="array(*)">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="array { $names ! map { '@type': 'Person', 'name': . } }"/>
  </xsl:function>

  <xsl:function name="h:json" as="xs:string">
    <xsl:param name="value" as="map(*)"/>
    <xsl:variable name="json" as="xs:string"
      select="serialize($value, map { 'method': 'json', 'indent': false() })"/>
    <xsl:sequence select="$json => replace('&amp;', '\\u0026') => replace('&lt;', '\\u003c')
      => replace('>', '\\u003e')"/>
  </xsl:function>

</xsl:stylesheet>
