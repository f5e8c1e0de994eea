<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  What a page knows of the site around it: a small document that the caller hands over as a string,
  so that a page depends on its text and on nothing else that is large.

      <site xmlns='https://siglum.example/ns/site' id='…' title='…' text='…'>
        <editor>…</editor>
        <previous href='…'>label</previous> <next href='…'>label</next>
        <download href='…' type='…'>label</download>
        <name key='mao-zedong'>Mao Zedong</name>
      </site>
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

  <xsl:param name="context" as="xs:string" select="''"/>

  <xsl:variable name="h:site" as="element(s:site)">
    <xsl:choose>
      <xsl:when test="normalize-space($context)">
        <xsl:sequence select="parse-xml($context)/s:site"/>
      </xsl:when>
      <xsl:otherwise>
        <s:site id="" title=""/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="h:names" as="map(xs:string, xs:string)"
    select="map:merge($h:site/s:name ! map { string(@key): string(.) })"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- where the register has an entry; nothing for a key that it lacks -->
  <xsl:function name="h:register-link" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence
      select="if (exists($h:names($key))) then 'index.html' || f:fragment($key) else ()"/>
  </xsl:function>

</xsl:stylesheet>
