<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The editorial marks. Each is one element with data-mark; in it the signs as typed, and after them
  the explanation in words, which the style sheet keeps out of sight until the mark is pointed at
  or has the focus. A reader without style sheet, or with a screen reader, finds it in brackets.
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

  <xsl:template match="*[f:is-mark(.)]" mode="inline block" priority="5" as="element()?">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="f:is-said(.)"/>
      <xsl:when test="not(f:is-whole-mark(.))">
        <span class="part {local-name()}">
          <xsl:call-template name="h:signs-and-content"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if (f:stands-alone(.)) then 'div' else 'span'}">
          <xsl:attribute name="class"
            select="'mark', local-name(), 'alone'[f:stands-alone(current())]"/>
          <xsl:sequence select="h:mark-attributes(., $echo)"/>
          <xsl:choose>
            <xsl:when test="$linked or $echo">
              <xsl:call-template name="h:signs-and-content"/>
              <xsl:sequence select="h:explanation(.)"/>
            </xsl:when>
            <xsl:when test="h:holds-links(.)">
              <xsl:call-template name="h:mark-around-links"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="h:mark-as-link"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- number and place for counting and linking; what is shown again is not counted again -->
  <xsl:function name="h:mark-attributes" as="attribute()*">
    <xsl:param name="mark" as="element()"/>
    <xsl:param name="echo" as="xs:boolean"/>
    <xsl:if test="$mark/@sg:n and not($echo)">
      <xsl:attribute name="data-mark" select="$mark/@sg:n"/>
      <xsl:attribute name="id" select="'mark:' || $mark/@sg:n"/>
    </xsl:if>
    <xsl:attribute name="data-rule" select="f:mark-rule($mark)"/>
    <xsl:sequence select="h:language-attributes($mark)"/>
  </xsl:function>

  <!-- The usual case: the whole mark leads to its entry in the legend. -->
  <xsl:template name="h:mark-as-link" as="element(a)">
    <xsl:context-item as="element()" use="required"/>
    <a class="gloss" href="{f:fragment('sign:' || f:mark-rule(.))}">
      <xsl:call-template name="h:signs-and-content">
        <xsl:with-param name="linked" select="true()" tunnel="yes"/>
      </xsl:call-template>
      <xsl:sequence select="h:explanation(.)"/>
    </a>
  </xsl:template>

  <!-- A mark that holds links of its own: only one of its signs leads to the legend. Where a link
       is nothing but its sign, such as the [1] of a note, it leads to what it points to. -->
  <xsl:template name="h:mark-around-links" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="signs" as="xs:string+" select="f:mark-open(.), f:mark-close(.)"/>
    <xsl:sequence select="if ($signs[1] != '') then h:linked-sign(., $signs[1]) else ()"/>
    <xsl:call-template name="h:held"/>
    <xsl:choose>
      <xsl:when test="$signs[1] = '' and $signs[2] != ''">
        <xsl:sequence select="h:linked-sign(., $signs[2])"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="h:sign($signs[2])"/>
        <xsl:sequence select="if ($signs[1] = '') then h:explanation(.) else ()"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="h:linked-sign" as="element(a)">
    <xsl:param name="mark" as="element()"/>
    <xsl:param name="sign" as="xs:string"/>
    <a class="gloss sign" href="{($mark/self::tei:ref[not(node())] ! h:address(.),
      f:fragment('sign:' || f:mark-rule($mark)))[1]}">
      <xsl:text>{$sign}</xsl:text>
      <xsl:sequence select="h:explanation($mark)"/>
    </a>
  </xsl:function>

  <xsl:template name="h:signs-and-content" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:sequence select="h:sign(f:mark-open(.))"/>
    <xsl:call-template name="h:held"/>
    <xsl:sequence select="h:sign(f:mark-close(.))"/>
  </xsl:template>

  <!-- What the signs enclose. Of a choice each view shows its own side; of one whose readings were
       both typed the reading view leaves out what the source has, unless marks stand in it or the
       sign speaks of it: form [sic; from]. -->
  <xsl:template name="h:held" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:choose>
      <xsl:when test="self::*[self::tei:choice or self::tei:app][f:is-as-typed(.)]">
        <xsl:for-each select="*">
          <xsl:variable name="behind" as="xs:boolean" select="exists(self::tei:sic | self::tei:orig)
              and not(descendant-or-self::*[f:is-whole-mark(.)])
              and not(../*/@sg:open ! matches(., '\p{L}') = true())"/>
          <span class="{if ($behind) then 'as-typed' else 'one'}">
            <xsl:sequence select="h:sign(f:between(.))"/>
            <xsl:apply-templates select="." mode="inline"/>
          </span>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="self::tei:choice">
        <span class="as-edited">
          <xsl:apply-templates select="f:edited(.)/node()" mode="inline"/>
        </span>
        <span class="as-typed">
          <xsl:apply-templates select="f:typed(.)/node()" mode="inline"/>
        </span>
      </xsl:when>
      <xsl:when test="f:mark-content(.)">
        <xsl:call-template name="h:content-of-mark"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- the anchor of a note, and any other link that is a mark, leads where it points to -->
  <xsl:template name="h:content-of-mark" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="address" as="xs:string?"
      select="self::tei:ref[not($linked or $echo)] ! h:address(.)"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:attribute name="class"
        select="'held', self::tei:hi ! f:rendition(@rend), 'ref'[$address]"/>
      <xsl:if test="$address">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:apply-templates select="f:mark-content(.)" mode="inline">
        <xsl:with-param name="linked" select="$linked or exists($address)" tunnel="yes"/>
        <xsl:with-param name="sign" select="f:letter-sign(.)" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:function name="h:sign" as="element(span)?">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:if test="$sign != ''">
      <span class="sign">{$sign}</span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:explanation" as="element(span)">
    <xsl:param name="mark" as="element()"/>
    <span class="explain"> ({string-join((f:mark-explain($mark), $mark/self::tei:choice[@sg:n]
      [tei:sic or tei:orig] ! ('the source has ' || f:plain(f:typed(.)))), '; ')})</span>
  </xsl:function>

</xsl:stylesheet>
