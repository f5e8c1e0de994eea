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
      ', authors: ', y:array(p:person[@role = 'author']),
      ', translators: ', y:array(p:person[@role = 'translator']),
      ', editors: ', y:array(p:person[@role = 'editor']),
      ', publisher: ', y:string(p:publisher), ', year: ', y:string(p:date), ')&#10;')"/>
  </xsl:template>

  <xsl:template match="p:imprint" as="text()*">
    <xsl:text>#imprint[</xsl:text>
    <xsl:apply-templates select="p:p"/>
    <xsl:text>]&#10;#contents()&#10;</xsl:text>
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

  <xsl:template match="p:index" as="text()*">
    <xsl:value-of select="concat('#index(', y:string(p:head))"/>
    <xsl:for-each select="p:entry">
      <xsl:value-of select="concat(', (', y:string(@key), ', ', y:string(p:heading), ')')"/>
    </xsl:for-each>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
