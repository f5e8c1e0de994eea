<?xml version="1.0" encoding="UTF-8"?>
<!--
  Runs of text, and the anchors whose page and line are read back.

  An anchor has no width. Before a word it would stay behind at the end of the line when the word
  opens the next one, and after a word it could be pushed on alone; so it goes inside: after the
  first character of a mark, and before the last one.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:y="https://siglum.example/ns/print/typst"
  exclude-result-prefixes="#all">

  <xsl:template match="p:mark | p:open | p:close" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="text()" as="text()*">
    <xsl:variable name="holders" as="element()*" select="ancestor::p:mark | ancestor::p:name"/>
    <xsl:variable name="text" as="text()" select="."/>
    <xsl:variable name="starts" as="xs:string*"
      select="$holders[self::p:mark][y:first(.) is $text] ! concat(y:anchor(.), '/a')"/>
    <xsl:variable name="ends" as="xs:string*"
      select="$holders[y:last(.) is $text]
              ! (if (self::p:mark) then concat(y:anchor(.), '/z') else y:anchor(.))"/>
    <xsl:value-of select="y:run(., $starts, $ends)"/>
  </xsl:template>

  <!-- the first and the last text that is not mere space -->
  <xsl:function name="y:first" as="text()?">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="($holder//text()[normalize-space()])[1]"/>
  </xsl:function>

  <xsl:function name="y:last" as="text()?">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="($holder//text()[normalize-space()])[last()]"/>
  </xsl:function>

  <!-- m/text/mark for a mark, k/text/key for a name -->
  <xsl:function name="y:anchor" as="xs:string">
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="string($holder/ancestor::p:text/@id)"/>
    <xsl:sequence select="if ($holder/self::p:mark)
      then concat('m/', y:mark-id($text, string($holder/@id)))
      else concat('k/', $text, '/', $holder/@key)"/>
  </xsl:function>

  <!--
    Words with their anchors. Space at the ends is written as Typst's own space, which the end of
    a line or paragraph swallows; inside a string literal it would be printed.
  -->
  <xsl:function name="y:run" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="starts" as="xs:string*"/>
    <xsl:param name="ends" as="xs:string*"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:variable name="size" as="xs:integer" select="string-length($words)"/>
    <xsl:variable name="before" as="xs:integer" select="if (exists($starts)) then 1 else 0"/>
    <xsl:variable name="after" as="xs:integer"
      select="if (exists($ends) and $size gt $before) then 1 else 0"/>
    <xsl:variable name="parts" as="xs:string*" select="
      if (starts-with($text, ' ')) then ' ' else (),
      y:literal(substring($words, 1, $before)),
      $starts ! concat('#a(', y:string(.), ');'),
      y:literal(substring($words, $before + 1, $size - $before - $after)),
      $ends ! concat('#a(', y:string(.), ');'),
      y:literal(substring($words, $size - $after + 1)),
      if (ends-with($text, ' ') and $size gt 0) then ' ' else ()"/>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <xsl:function name="y:literal" as="xs:string?">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text = '') then () else concat('#', y:string($text), ';')"/>
  </xsl:function>

  <!-- the primary subtag: what hyphenation patterns are named by -->
  <xsl:function name="y:language" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize($tag, '-')[1])"/>
    <xsl:sequence select="if (matches($primary, '^[a-z]{2,3}$')) then $primary else 'en'"/>
  </xsl:function>

  <xsl:template match="p:lang" as="text()*">
    <xsl:value-of select="concat('#text(lang: ', y:string(y:language(@lang)), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="p:name" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="p:hi" as="text()*">
    <xsl:value-of select="concat('#hi(', y:string(@rend), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="p:link" as="text()*">
    <xsl:value-of select="concat('#outward-link(', y:string(@target), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="p:aside-note" as="text()*">
    <xsl:value-of select="concat('#source-note(', y:string(string(@n)), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="p:page-break" as="text()*">
    <xsl:text>#page-seam;</xsl:text>
  </xsl:template>

  <xsl:template match="p:break" as="text()*">
    <xsl:text>#linebreak();</xsl:text>
  </xsl:template>

</xsl:stylesheet>
