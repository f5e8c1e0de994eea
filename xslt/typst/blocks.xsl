<?xml version="1.0" encoding="UTF-8"?>
<!--
  Texts and their blocks. A paragraph is its words and a blank line, not a call of par(): so that
  a list or a table inside it breaks it into lines instead of vanishing.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:y="https://siglum.example/ns/print/typst"
  exclude-result-prefixes="#all">

  <xsl:template match="p:text" as="text()*">
    <xsl:value-of select="concat('#edited-text(', y:named(., ('id', 'n', 'lang', 'title')),
      'opening: [')"/>
    <xsl:apply-templates select="p:body/p:opening/node()"/>
    <xsl:text>], headnote: [</xsl:text>
    <xsl:apply-templates select="p:headnote/*"/>
    <xsl:text>])[&#10;</xsl:text>
    <xsl:apply-templates select="p:body/node()[not(self::p:opening)]"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:summary | p:shelfmark | p:credit | p:quote | p:verse | p:figure"
    as="text()*">
    <xsl:value-of select="concat('#', local-name(), '-block[')"/>
    <xsl:apply-templates/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- Accessible PDF allows no level to be skipped: one below the head before it, at the most. -->
  <xsl:accumulator name="y:level" as="xs:integer" initial-value="1">
    <xsl:accumulator-rule match="p:opening" select="1"/>
    <xsl:accumulator-rule match="p:body//p:head" select="xs:integer(max((2, min((xs:integer(@level), $value + 1, 6)))))"/>
  </xsl:accumulator>

  <xsl:template match="p:head" as="text()*">
    <xsl:value-of select="concat('#head-block(', accumulator-after('y:level'), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:accumulator name="y:paragraphs" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="p:p" select="$value + 1"/>
  </xsl:accumulator>

  <!-- the paragraphs of a text have anchors at both ends, by which their page breaks are judged -->
  <xsl:template match="p:p" as="text()*">
    <xsl:variable name="anchor" as="xs:string?" select="ancestor::p:text/@id
      ! string-join(('p', ., string(current()/accumulator-before('y:paragraphs'))), '/')"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:value-of select="@lang ! concat('#text(lang: ', y:string(y:language(.)), ')[')"/>
    <xsl:value-of select="$anchor ! y:call(concat(., '/a'))"/>
    <xsl:apply-templates/>
    <xsl:value-of select="$anchor ! y:call(concat(., '/z'))"/>
    <xsl:value-of select="@lang ! ']'"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:aside" as="text()*">
    <xsl:value-of select="concat('#aside-block(', y:string(@kind), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:line" as="text()*">
    <xsl:value-of select="concat('#verse-line(', y:string(string(@n)), ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:list" as="text()*">
    <xsl:value-of select="concat('#list-block(', y:string(@kind))"/>
    <xsl:for-each select="p:item">
      <xsl:text>, ([</xsl:text>
      <xsl:apply-templates select="p:label/node()"/>
      <xsl:text>], [</xsl:text>
      <xsl:apply-templates select="node()[not(self::p:label)]"/>
      <xsl:text>])</xsl:text>
    </xsl:for-each>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:table" as="text()*">
    <xsl:value-of select="concat('#table-block(', @columns)"/>
    <xsl:for-each select="p:row/p:cell">
      <xsl:value-of select="concat(', cell(', @cols, ', ', @rows, ', ', @role = 'label', ')[')"/>
      <xsl:apply-templates/>
      <xsl:text>]</xsl:text>
    </xsl:for-each>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <!-- the foot of the page is drawn from these by the id of the mark -->
  <xsl:template match="p:note" as="text()*">
    <xsl:value-of select="concat('&#10;', y:string(y:mark-id(ancestor::p:text/@id, @mark)), ': ([')"/>
    <xsl:apply-templates select="p:lemma/node()"/>
    <xsl:text>], [</xsl:text>
    <xsl:apply-templates select="p:comment/node()"/>
    <xsl:text>]), </xsl:text>
  </xsl:template>

</xsl:stylesheet>
