<?xml version="1.0" encoding="UTF-8"?>
<!--
  Print model → Typst. Every word of the text becomes a string literal (#"…";), so that only the
  backslash and the quotation mark need escaping and nothing in a text can be read as markup.
  What the functions called here do is in xslt/typst/*.typ.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:y="https://siglum.example/ns/print/typst"
  exclude-result-prefixes="#all"
  expand-text="no">

  <xsl:include href="typst/functions.xsl"/>
  <xsl:include href="typst/front.xsl"/>
  <xsl:include href="typst/blocks.xsl"/>
  <xsl:include href="typst/inlines.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- an element of the model that has no template here is a fault of ours: fail loudly -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="text()*">
    <xsl:apply-templates select="p:book"/>
  </xsl:template>

  <xsl:template match="p:book" as="text()*">
    <xsl:text>#import "siglum.typ": *&#10;</xsl:text>
    <xsl:text>#let notes = (:</xsl:text>
    <xsl:apply-templates select="p:text/p:notes/p:note"/>
    <xsl:text>)&#10;#let a = anchor.with(notes)&#10;</xsl:text>
    <xsl:value-of select="concat('#show: edition.with(', y:named(., ('title', 'lang')),
      'authors: ', y:array(p:front/p:title-page/p:persons/p:name), ')&#10;')"/>
    <xsl:apply-templates select="p:front/*"/>
    <xsl:text>#show: main-matter&#10;</xsl:text>
    <xsl:apply-templates select="p:text"/>
    <xsl:apply-templates select="p:back"/>
    <xsl:text>#closing(notes)&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
