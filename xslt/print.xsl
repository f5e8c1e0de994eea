<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI → print model. In: one `p:edition` that holds the prepared texts and the register.
  Out: one `p:book`. All that print knows of TEI is here; the back ends (typst.xsl) know none.
  The vocabulary of both is documented in docs/print-model.md.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- what HTML and print share -->
  <xsl:include href="modules/functions.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/marks.xsl"/>

  <xsl:include href="print/words.xsl"/>
  <xsl:include href="print/front.xsl"/>
  <xsl:include href="print/text.xsl"/>
  <xsl:include href="print/blocks.xsl"/>
  <xsl:include href="print/inlines.xsl"/>
  <xsl:include href="print/marks.xsl"/>
  <xsl:include href="print/notes.xsl"/>
  <xsl:include href="print/index.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <!-- entries of the register by their id -->
  <xsl:key name="entry" match="tei:person | tei:personGrp | tei:place | tei:org" use="@xml:id"/>

  <xsl:template match="/" as="element(p:book)">
    <xsl:apply-templates select="p:edition"/>
  </xsl:template>

  <xsl:template match="p:edition" as="element(p:book)">
    <!-- the texts come first: index and legend list only what they use -->
    <xsl:variable name="texts" as="element(p:text)*">
      <xsl:apply-templates select="p:text" mode="text"/>
    </xsl:variable>
    <book lang="{f:language(p:text[1]/tei:TEI)}">
      <xsl:copy-of select="@id, @title, @date, @version"/>
      <front>
        <xsl:apply-templates select="." mode="front"/>
      </front>
      <xsl:sequence select="$texts"/>
      <xsl:sequence select="p:back(., $texts)"/>
    </book>
  </xsl:template>

</xsl:stylesheet>
