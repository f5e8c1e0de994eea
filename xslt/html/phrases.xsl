<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  What stands in a line: emphasis, foreign words, titles, dates, links.
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

  <xsl:template match="text()" mode="inline block" as="text()?">
    <xsl:param name="sign" as="xs:string" select="''" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$sign = ''">
        <xsl:sequence select="."/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="f:bearing(., $sign)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a character that XML can't hold is shown by its code -->
  <xsl:template match="tei:g[not(node())]" mode="inline block" as="element(code)">
    <code class="g">{f:character-name(.)}</code>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="inline block"
    as="empty-sequence()"/>

  <xsl:template match="tei:hi" mode="inline" as="element()">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="look" as="xs:string" select="f:rendition(@rend)"/>
    <xsl:element name="{map { 'bold': 'b', 'sup': 'sup', 'sub': 'sub', 'italic': 'i', 'sc': 'span',
                              'underline': 'u', 'strike': 's', 'overline': 'span',
                              'plain': 'span' }($look)}">
      <xsl:attribute name="class" select="$look"/>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:emph" mode="inline" as="element(em)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <em>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline"/>
    </em>
  </xsl:template>

  <xsl:template match="tei:foreign | tei:term | tei:mentioned | tei:gloss
      | tei:stage | tei:title[not(@level = ('a', 'u'))]" mode="inline" as="element(i)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <i class="{local-name()}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline"/>
    </i>
  </xsl:template>

  <xsl:template match="tei:gi | tei:att | tei:val | tei:code | tei:ident" mode="inline"
    as="element(code)">
    <code>
      <xsl:apply-templates mode="inline"/>
    </code>
  </xsl:template>

  <!-- Quotation marks that the source typed are there already; others are not invented. -->
  <xsl:template match="tei:q | tei:quote | tei:soCalled" mode="inline" as="element(span)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="words" as="element()" select="."/>
    <span class="quoted{' unquoted'[not(matches(f:plain($words), '^[“„‘«&quot;›‹‚]'))]}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:date | tei:time" mode="inline" as="element()">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="f:is-html-date(f:iso-date(.))">
        <time datetime="{f:iso-date(.)}">
          <xsl:sequence select="h:attributes(., $echo)"/>
          <xsl:apply-templates mode="inline"/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a link leads, if anywhere. A note and a mark of this text have ids of our own. -->
  <xsl:function name="h:address" as="xs:string?">
    <xsl:param name="link" as="element()"/>
    <xsl:variable name="target" as="xs:string?" select="tokenize($link/@target)[1]"/>
    <xsl:variable name="aim" as="element()?" select="
      if (starts-with($target, '#')) then key('h:id', substring($target, 2), root($link))[1] else ()"/>
    <xsl:sequence select="
      if ($aim/@sg:n) then f:fragment('mark:' || $aim/@sg:n)
      else if ($aim/self::tei:note[h:is-foot-note(.)])
      then f:fragment('note:' || h:note-number($aim))
      else if (starts-with($target, '#') and empty($aim)) then ()
      else f:safe-link($target)"/>
  </xsl:function>

  <xsl:key name="h:id" match="tei:*[@xml:id]" use="@xml:id"/>

  <!-- an address without words of its own is shown itself; an unsafe one is text, not a link -->
  <xsl:template match="tei:ref | tei:ptr" mode="inline" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="address" as="xs:string?" select="h:address(.)"/>
    <xsl:element name="{if ($address and not($linked)) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'ref'"/>
      <xsl:if test="$address and not($linked)">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="normalize-space()">
          <xsl:apply-templates mode="inline">
            <xsl:with-param name="linked" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>{@target}</xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
