<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Lists, tables and figures. HTML is strict here: only items in a list, only rows in a table.
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

  <xsl:template match="tei:list" mode="block" as="element()*">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:apply-templates select="tei:head" mode="block"/>
    <xsl:element name="{if (@type = ('ordered', 'numbered') or @rend = ('numbered', 'ordered'))
                        then 'ol' else 'ul'}">
      <xsl:attribute name="class" select="string-join(('list', @type ! ('of-' || f:name(.))), ' ')"/>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:for-each-group select="* except tei:head"
        group-ending-with="tei:item | *[not(self::tei:label)][not(following-sibling::*)]">
        <li>
          <xsl:sequence select="current-group()[self::tei:item][1] ! h:attributes(., $echo)"/>
          <xsl:for-each select="current-group()">
            <xsl:choose>
              <xsl:when test="self::tei:item">
                <xsl:call-template name="h:content"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="." mode="inline"/>
                <xsl:text> </xsl:text>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </li>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <!-- a type as a class name -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="replace(lower-case($word), '[^a-z0-9_-]+', '-')"/>
  </xsl:function>

  <xsl:template match="tei:table" mode="block" as="element(div)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <div class="table">
      <table>
        <xsl:sequence select="h:attributes(., $echo)"/>
        <xsl:if test="tei:head">
          <caption>
            <xsl:apply-templates select="tei:head/node()" mode="inline"/>
          </caption>
        </xsl:if>
        <tbody>
          <xsl:apply-templates select="* except tei:head" mode="row"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:mode name="row" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="tei:row" mode="row" as="element(tr)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <tr>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:for-each select="*">
        <xsl:element name="{if ((., ..)/@role = 'label') then 'th' else 'td'}">
          <xsl:sequence select="h:attributes(., $echo), h:span(@cols, 'colspan'),
            h:span(@rows, 'rowspan')"/>
          <xsl:call-template name="h:content"/>
        </xsl:element>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <!-- what else stands between rows: a page break, a note -->
  <xsl:template match="*" mode="row" as="element(tr)">
    <tr>
      <td>
        <xsl:sequence select="h:span(max(../tei:row/count(*)), 'colspan')"/>
        <xsl:apply-templates select="." mode="inline"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:function name="h:span" as="attribute()?">
    <xsl:param name="number" as="xs:anyAtomicType?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:if test="matches(string($number), '^[1-9]\d{0,2}$') and string($number) != '1'">
      <xsl:attribute name="{$name}" select="$number"/>
    </xsl:if>
  </xsl:function>

  <!-- Images are linked, not shown: nothing is fetched until the reader asks for it. -->
  <xsl:template match="tei:figure" mode="block" as="element(figure)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <figure>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:call-template name="h:content"/>
    </figure>
  </xsl:template>

  <xsl:template match="tei:graphic | tei:media" mode="inline block" as="element()">
    <xsl:variable name="address" as="xs:string?" select="f:safe-link(@url)"/>
    <xsl:variable name="label" as="xs:string"
      select="f:first((f:plain(tei:desc), h:word('image') || ' ' || @url))"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a class="graphic" href="{$address}">{$label}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="graphic">{$label}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
