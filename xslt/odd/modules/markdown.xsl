<?xml version="1.0" encoding="UTF-8"?>
<!-- Markdown as GitHub reads it: escaped text, links by name, and the addresses behind these. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="https://siglum.example/ns/resolved" xmlns:md="https://siglum.example/ns/odd/markdown"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:key name="named" match="r:schema/*[@name]" use="@name"/>

  <!-- Lines as a page; behind them the addresses of the names in brackets. -->
  <xsl:function name="md:page" as="xs:string">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:variable name="text" as="xs:string" select="string-join($lines, '&#10;')"/>
    <xsl:variable name="named" as="xs:string*" select="
      analyze-string($text, '(^|[^\\])\[([^\]\s]+)\]([^(]|$)')/*:match/*:group[@nr = '2'] ! string()"/>
    <xsl:variable name="addresses" as="xs:string*" select="
      sort(distinct-values($named[exists(key('named', ., $schema))]), (), lower-case#1)
        ! ('[' || . || ']: ' || md:address(.))"/>
    <xsl:sequence select="string-join(($text, ''[exists($addresses)], $addresses, ''), '&#10;')"/>
  </xsl:function>

  <!-- Words of the ODD, with no letter that Markdown reads as a sign. -->
  <xsl:function name="md:text" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="replace($words, '([\\`*_\[\]&lt;&gt;|#])', '\\$1')"/>
  </xsl:function>

  <!-- A word as it is typed. -->
  <xsl:function name="md:code" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="if ($word = '') then '(empty)' else if (contains($word, '`')) then md:text($word)
      else '`' || $word || '`'"/>
  </xsl:function>

  <!-- Names as links; nothing where there are none. -->
  <xsl:function name="md:names" as="xs:string?">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="string-join(sort(distinct-values($names), (), lower-case#1) ! ('[' || . || ']'), ', ')[. != '']"/>
  </xsl:function>

  <!-- The page and heading of an element, attribute class or datatype. -->
  <xsl:function name="md:address" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="meant" as="element()" select="key('named', $name, $schema)[1]"/>
    <xsl:sequence select="(if ($meant/self::r:element) then md:module($meant) else 'attributes')
      || '.md#' || replace(lower-case($name), '[^\w\-]', '')"/>
  </xsl:function>

</xsl:stylesheet>
