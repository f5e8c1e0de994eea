<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  An edition → its start page. In: one s:edition that holds the prepared texts and the register.
  Out: the page with the list of texts, the signs they use, the register and the method.

      <edition xmlns='https://siglum.example/ns/site' id='…' title='…' date='…'>
        <editor>…</editor>
        <download href='…' type='…'>label</download>
        <text id='…' href='…'><TEI>…</TEI></text>
        <register><TEI>…</TEI></register>
      </edition>
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

  <xsl:import href="html.xsl"/>
  <xsl:include href="html/index.xsl"/>
  <xsl:include href="html/register.xsl"/>

  <!-- where the texts name the entries of the register -->
  <xsl:key name="mention" match="tei:text//*[f:is-name(.)]" use="f:register-key(@ref)"/>

  <xsl:template match="/" as="element(html)">
    <xsl:apply-templates select="s:edition"/>
  </xsl:template>

  <xsl:template match="s:edition" as="element(html)">
    <xsl:call-template name="h:page">
      <xsl:with-param name="kind" select="'start-page'"/>
      <xsl:with-param name="language" select="'en'"/>
      <xsl:with-param name="title" select="string(@title)"/>
      <xsl:with-param name="head" select="h:edition-metadata(.)"/>
      <xsl:with-param name="main" select="h:edition-title(.), h:text-list(.), h:edition-legend(.),
        h:register(.), h:edition-about(.)"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
