<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrase-level TEI → runs of the print model. An element without a template shows its content. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:mode name="inline" on-no-match="fail" on-multiple-match="use-last"/>

  <!-- line ends and indents of the file are single spaces on the page -->
  <xsl:template match="text()" mode="inline" as="text()?">
    <xsl:param name="sign" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="words" as="xs:string" select="f:bearing(normalize-space(), $sign)"/>
    <xsl:value-of select="if ($words = '') then ' '
      else concat(p:space(substring(., 1, 1)), $words, p:space(substring(., string-length())))"/>
  </xsl:template>

  <xsl:function name="p:space" as="xs:string">
    <xsl:param name="character" as="xs:string"/>
    <xsl:sequence select="if (normalize-space($character) = '') then ' ' else ''"/>
  </xsl:function>

  <xsl:template match="comment() | processing-instruction()" mode="inline"
    as="empty-sequence()"/>

  <!-- An element that this sheet does not know is printed with its content, never dropped. -->
  <xsl:template match="*" mode="inline" as="node()*">
    <xsl:apply-templates mode="inline"/>
  </xsl:template>

  <!-- a language of its own decides how its words are hyphenated -->
  <xsl:template match="*[@xml:lang]" mode="inline" as="node()*" priority="2">
    <lang>
      <xsl:sequence select="p:lang-attribute(.)"/>
      <xsl:next-match/>
    </lang>
  </xsl:template>

  <xsl:function name="p:lang-attribute" as="attribute(lang)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:lang">
      <xsl:attribute name="lang" select="f:language($element)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="tei:p | tei:ab | tei:list | tei:table | tei:lg | tei:l | tei:figure
      | tei:quote[tei:p | tei:lg | tei:l] | tei:q[tei:p | tei:lg | tei:l]" mode="inline"
    as="node()*" priority="1">
    <xsl:apply-templates select="." mode="block"/>
  </xsl:template>

  <!-- Names that the register knows are marked for the index. -->
  <xsl:template match="*[f:is-name(.)]" mode="inline" as="element(p:name)">
    <name key="{f:register-key(@ref)}">
      <xsl:apply-templates mode="inline"/>
    </name>
  </xsl:template>

  <!-- the break of a source page inside a paragraph leaves a thin upright -->
  <xsl:template match="tei:pb" mode="inline" as="element(p:page-break)">
    <page-break>
      <xsl:copy-of select="@n"/>
    </page-break>
  </xsl:template>

  <xsl:template match="tei:lb" mode="inline" as="element(p:break)?">
    <xsl:if test="not(@break = 'no')">
      <break/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:cb | tei:milestone | tei:anchor | tei:graphic" mode="inline"
    as="empty-sequence()"/>

  <!-- a character that XML can't hold is printed by its code -->
  <xsl:template match="tei:g[not(node())]" mode="inline" as="element(p:hi)">
    <hi rend="mono">{f:character-name(.)}</hi>
  </xsl:template>

  <xsl:template match="tei:hi[f:rendition(@rend) != 'plain']" mode="inline" as="element(p:hi)">
    <hi rend="{f:rendition(@rend)}">
      <xsl:apply-templates mode="inline"/>
    </hi>
  </xsl:template>

  <xsl:template match="tei:emph | tei:title[not(@level = ('a', 'u'))] | tei:foreign | tei:term
      | tei:mentioned | tei:stage | tei:figDesc" mode="inline" as="element(p:hi)">
    <hi rend="italic">
      <xsl:apply-templates mode="inline"/>
    </hi>
  </xsl:template>

  <xsl:template match="tei:gi | tei:att | tei:code" mode="inline" as="element(p:hi)">
    <hi rend="mono">
      <xsl:apply-templates mode="inline"/>
    </hi>
  </xsl:template>

  <xsl:template match="tei:q | tei:quote | tei:soCalled" mode="inline" as="node()*">
    <xsl:variable name="quoted" as="xs:boolean" select="matches(f:plain(.), '^[“„‘«&quot;]')"/>
    <xsl:text>{if ($quoted) then '' else '“'}</xsl:text>
    <xsl:apply-templates mode="inline"/>
    <xsl:text>{if ($quoted) then '' else '”'}</xsl:text>
  </xsl:template>

  <!-- an address without words of its own is printed itself -->
  <xsl:template match="tei:ptr[@target] | tei:ref[@target][not(normalize-space())]" mode="inline"
    as="element(p:link)">
    <link target="{@target}">{@target}</link>
  </xsl:template>

  <xsl:template match="tei:ref[@target][normalize-space()]" mode="inline" as="element(p:link)">
    <link target="{@target}">
      <xsl:apply-templates mode="inline"/>
    </link>
  </xsl:template>

  <!-- notes of the author or the translator; those of the editors are made from the marks -->
  <xsl:template match="tei:note" mode="inline" as="element(p:aside-note)">
    <aside-note>
      <xsl:copy-of select="@n"/>
      <xsl:apply-templates mode="inline"/>
    </aside-note>
  </xsl:template>

  <!-- Of readings that exclude each other the editor's is printed; the notes give the other. -->
  <xsl:template match="tei:app[tei:lem]" mode="inline" as="node()*">
    <xsl:apply-templates select="tei:lem/node()" mode="inline"/>
  </xsl:template>

  <xsl:template match="tei:app" mode="inline" as="node()*">
    <xsl:apply-templates select="tei:rdg[1]/node()" mode="inline"/>
  </xsl:template>

</xsl:stylesheet>
