<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  What all pages have around their content: head, way in for the keyboard, way back to the edition.
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

  <xsl:template name="h:page" as="element(html)">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="head" as="element()*"/>
    <xsl:param name="main" as="element()*"/>
    <html lang="{h:language-tag($language)}">
      <head>
        <meta charset="utf-8"/>
        <title>{$title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="siglum"/>
        <link rel="stylesheet" href="siglum.css"/>
        <xsl:sequence select="$head"/>
      </head>
      <body class="{$kind}">
        <a class="skip" href="{if ($kind = 'text-page') then '#text:' else '#main:'}">{
          h:word('skip')}</a>
        <xsl:sequence select="h:masthead($kind)"/>
        <main id="main:">
          <xsl:sequence select="$main"/>
        </main>
        <xsl:sequence select="h:colophon()"/>
      </body>
    </html>
  </xsl:template>

  <!-- on a text's page the way back; the start page is itself the edition's title -->
  <xsl:function name="h:masthead" as="element(header)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:if test="$kind = 'text-page' and normalize-space($h:site/@title)">
      <header class="masthead">
        <nav aria-label="{h:word('edition')}">
          <a class="edition" href="index.html">{$h:site/@title}</a>
          <a href="index.html#texts:">{h:word('texts')}</a>
          <xsl:if test="$h:site/s:name">
            <a href="index.html#register:">{h:word('register')}</a>
          </xsl:if>
          <a href="#legend:">{h:word('signs')}</a>
        </nav>
      </header>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:colophon" as="element(footer)">
    <footer class="colophon">
      <p>Encoded in TEI and set with siglum.</p>
    </footer>
  </xsl:function>

  <!-- the texts before and after this one -->
  <xsl:function name="h:neighbours" as="element(nav)?">
    <xsl:if test="$h:site/(s:previous | s:next)">
      <nav class="neighbours" aria-label="{h:word('texts')}">
        <xsl:for-each select="$h:site/(s:previous | s:next)">
          <a class="{local-name()}" rel="{if (self::s:next) then 'next' else 'prev'}"
            href="{@href}">
            <span class="label">{h:word(local-name())}</span>
            <xsl:text> </xsl:text>
            <span>{.}</span>
          </a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- Reading or diplomatic: two radio buttons, and the style sheet looks which one is on. -->
  <xsl:function name="h:view-switch" as="element(fieldset)">
    <fieldset class="view">
      <legend>{h:word('view')}</legend>
      <label><input type="radio" name="view" class="view-reading" checked="checked"/>
        <span>{h:word('reading')}</span></label>
      <label><input type="radio" name="view" class="view-diplomatic"/>
        <span>{h:word('diplomatic')}</span></label>
    </fieldset>
  </xsl:function>

</xsl:stylesheet>
