<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The whole header as an outline: each element by its name, with its attributes and its text, so
  that nothing in it is hidden from a reader.
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

  <xsl:mode name="outline" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="tei:teiHeader" mode="outline" as="element(ul)">
    <ul class="outline">
      <xsl:apply-templates select="*" mode="outline"/>
    </ul>
  </xsl:template>

  <xsl:template match="*" mode="outline" as="element(li)">
    <li>
      <code>{name()}</code>
      <xsl:if test="@*[namespace-uri() != 'https://siglum.example/ns/signs']">
        <xsl:text> </xsl:text>
        <small>{string-join(@*[namespace-uri() != 'https://siglum.example/ns/signs']
          ! (name() || ' ' || .), ' · ')}</small>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="text()[normalize-space()] and not(*//text()[normalize-space()]
                        and .//*[local-name() = ('p', 'list', 'item')])">
          <xsl:text> {normalize-space()}</xsl:text>
        </xsl:when>
        <xsl:when test="*">
          <ul>
            <xsl:apply-templates select="* | text()[normalize-space()]" mode="outline"/>
          </ul>
        </xsl:when>
      </xsl:choose>
    </li>
  </xsl:template>

  <xsl:template match="text()" mode="outline" as="element(li)">
    <li>{normalize-space()}</li>
  </xsl:template>

</xsl:stylesheet>
