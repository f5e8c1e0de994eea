<?xml version="1.0" encoding="UTF-8"?>
<!-- Title page, imprint, principles, sources; and the indexes, which are as plain as they. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:y="https://siglum.example/ns/print/typst"
  exclude-result-prefixes="#all">

  <xsl:template match="p:title-page" as="text()*">
    <xsl:value-of select="concat('#title-page(title: ', y:string(p:title),
      ', publisher: ', y:string(p:publisher), ', year: ', y:string(p:date))"/>
    <xsl:apply-templates select="p:persons"/>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:persons" as="text()*">
    <xsl:value-of
      select="concat(', (', y:string(string(@words)), ', ', y:array(p:name), ')')"/>
  </xsl:template>

  <xsl:template match="p:imprint" as="text()*">
    <xsl:text>#imprint[</xsl:text>
    <xsl:apply-templates select="p:p"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:contents" as="text()*">
    <xsl:value-of select="concat('#contents(', y:string(p:head), ')&#10;')"/>
  </xsl:template>

  <xsl:template match="p:section" as="text()*">
    <xsl:text>#section(</xsl:text>
    <xsl:value-of select="y:string(p:head)"/>
    <xsl:text>)[</xsl:text>
    <xsl:apply-templates select="* except p:head"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:legend" as="text()*">
    <xsl:text>#legend(</xsl:text>
    <xsl:value-of select="y:string(p:head)"/>
    <xsl:apply-templates select="p:sign"/>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:sign" as="text()*">
    <xsl:value-of select="concat(', (', y:string(p:form), ', ', y:string(p:meaning), ')')"/>
  </xsl:template>

  <xsl:template match="p:source" as="text()*">
    <xsl:text>#source(</xsl:text>
    <xsl:value-of select="y:string(p:title)"/>
    <xsl:text>)[</xsl:text>
    <xsl:apply-templates select="* except p:title"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:citation | p:rights" as="text()*">
    <xsl:apply-templates/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:back" as="text()*">
    <xsl:value-of
      select="concat('#index-matter(', y:string(p:head), ', ', count(p:index/p:entry), ')[&#10;')"/>
    <xsl:apply-templates select="p:index"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:index" as="text()*">
    <xsl:value-of select="concat('#index(', y:string(p:head))"/>
    <xsl:apply-templates select="p:entry"/>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p:entry" as="text()*">
    <xsl:value-of select="concat(', (heading: ', y:string(p:heading), ', ',
      if (p:see) then concat('see: ', y:array((p:see/@words, p:see)))
      else concat('key: ', y:string(@key)), ')')"/>
  </xsl:template>

</xsl:stylesheet>
