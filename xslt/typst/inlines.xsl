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

  <xsl:template match="p:mark | p:open | p:close | p:name" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="text()" as="text()*">
    <xsl:variable name="text" as="text()" select="."/>
    <xsl:variable name="holders" as="element()*" select="ancestor::p:mark | ancestor::p:name"/>
    <xsl:variable name="starts" as="xs:string*"
      select="$holders[self::p:mark][y:first(.) is $text] ! concat(y:anchor(.), '/a')"/>
    <xsl:variable name="ends" as="xs:string*"
      select="$holders[y:last(.) is $text]
              ! (if (self::p:mark) then concat(y:anchor(.), '/z') else y:anchor(.))"/>
    <xsl:value-of select="y:run(., $starts, $ends)"/>
  </xsl:template>

  <!-- what makes the names of anchors unique -->
  <xsl:accumulator name="y:names" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="p:name" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="y:long-texts" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text()[string-length() gt $y:long]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- the first and the last text that is not mere space -->
  <xsl:function name="y:first" as="text()?">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="($holder//text()[normalize-space()])[1]"/>
  </xsl:function>

  <xsl:function name="y:last" as="text()?">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="($holder//text()[normalize-space()])[last()]"/>
  </xsl:function>

  <!-- m/text/mark for a mark; k/text/key/rank for a name, since a key recurs -->
  <xsl:function name="y:anchor" as="xs:string">
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="string($holder/ancestor::p:text/@id)"/>
    <xsl:variable name="rank" as="xs:string"
      select="string($holder/accumulator-before('y:names'))"/>
    <xsl:sequence select="if ($holder/self::p:mark) then string-join(('m', $text, $holder/@id), '/')
      else string-join(('k', $text, $holder/@key, $rank), '/')"/>
  </xsl:function>

  <!--
    Words with their anchors. Space at the ends is written as Typst's own space, which the end of
    a line or paragraph swallows; inside a string literal it would be printed.
  -->
  <xsl:function name="y:run" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="starts" as="xs:string*"/>
    <xsl:param name="ends" as="xs:string*"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:variable name="size" as="xs:integer" select="string-length($words)"/>
    <xsl:variable name="before" as="xs:integer" select="if (exists($starts)) then 1 else 0"/>
    <xsl:variable name="after" as="xs:integer"
      select="if (exists($ends) and $size gt $before) then 1 else 0"/>
    <xsl:variable name="middle" as="xs:string"
      select="substring($words, $before + 1, $size - $before - $after)"/>
    <xsl:variable name="parts" as="xs:string*" select="
      if (starts-with($text, ' ')) then ' ' else (),
      y:literal(substring($words, 1, $before)),
      $starts ! y:call(.),
      if ($size gt $y:long) then y:carried($middle, $text) else y:literal($middle),
      $ends ! y:call(.),
      y:literal(substring($words, $size - $after + 1)),
      if (ends-with($text, ' ') and $size gt 0) then ' ' else ()"/>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <xsl:function name="y:call" as="xs:string">
    <xsl:param name="anchor" as="xs:string"/>
    <xsl:sequence select="concat('#a(', y:string($anchor), ');')"/>
  </xsl:function>

  <xsl:function name="y:literal" as="xs:string?">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text = '') then () else concat('#', y:string($text), ';')"/>
  </xsl:function>

  <!-- characters after which a text without names or marks gets an anchor all the same -->
  <xsl:variable name="y:long" as="xs:integer" select="500"/>

  <!--
    Room for the notes of a page hangs on its anchors, so no page may be without: a long text gets
    one between words now and then. Which side of a line's end it falls on does not matter.
  -->
  <xsl:function name="y:carried" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="rank" as="xs:string"
      select="string($text/accumulator-before('y:long-texts'))"/>
    <xsl:variable name="id" as="xs:string" select="string($text/ancestor::p:text/@id)"/>
    <xsl:for-each-group select="tokenize($words, ' ')" group-adjacent="(position() - 1) idiv 60">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:sequence select="
        if ($first) then () else (' ', y:call(string-join(('r', $id, $rank, position()), '/'))),
        y:literal(string-join(current-group(), ' '))"/>
    </xsl:for-each-group>
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
