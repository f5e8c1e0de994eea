<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  After the text: how to cite it, where it comes from, who did what, whose rights, how it was made,
  files to take away.
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

  <xsl:function name="h:about" as="element(section)">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <section class="about" aria-labelledby="about:">
      <h2 id="about:">{h:word('about')}</h2>
      <dl class="facts">
        <xsl:sequence select="h:facts($text/tei:teiHeader)"/>
        <xsl:sequence select="h:downloads($h:site)"/>
      </dl>
      <xsl:sequence select="h:method($text)"/>
      <details class="header-data">
        <summary>{h:word('all-data')}</summary>
        <xsl:apply-templates select="$text/tei:teiHeader" mode="outline"/>
      </details>
    </section>
  </xsl:function>

  <xsl:function name="h:facts" as="element(div)*">
    <xsl:param name="header" as="element(tei:teiHeader)?"/>
    <xsl:variable name="file" as="element()?" select="$header/tei:fileDesc"/>
    <xsl:variable name="source" as="element()?" select="$file/tei:sourceDesc"/>
    <xsl:variable name="profile" as="element()?" select="$header/tei:profileDesc"/>
    <xsl:variable name="published" as="element()?" select="$file/tei:publicationStmt"/>
    <xsl:sequence select="
      h:fact('cite', $source/tei:bibl[@type = 'citation']),
      h:fact('archive', $source//tei:msDesc/tei:msIdentifier),
      h:fact('web', $source/tei:bibl[not(@type = 'citation')]),
      h:fact('date', $profile/tei:creation[normalize-space()]),
      h:fact('kind', $profile/tei:textClass/tei:keywords/tei:term),
      h:fact('original', $source//tei:textLang),
      h:fact('languages', $profile/tei:langUsage/tei:language),
      h:fact('author', $file/tei:titleStmt/tei:author),
      h:fact('translator', $file/tei:titleStmt/tei:editor[@role = 'translator']),
      h:fact('editor', $file/tei:titleStmt/tei:editor[not(@role = 'translator')]),
      h:fact('responsible', $file/tei:titleStmt/tei:respStmt),
      h:fact('editionstate', $file/tei:editionStmt/*),
      h:fact('published', $published),
      h:fact('identifier', $published/tei:idno),
      h:fact('rights', $published/tei:availability/*)"/>
  </xsl:function>

  <!-- one line of the table; several values are several dd, and without any there is no line -->
  <xsl:function name="h:fact" as="element(div)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="element()*"/>
    <xsl:variable name="shown" as="element(dd)*">
      <xsl:for-each select="$values[normalize-space()]">
        <dd>
          <xsl:sequence select="h:language-attributes(.)"/>
          <xsl:apply-templates select="." mode="fact"/>
        </dd>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($shown[normalize-space()])">
      <div class="fact">
        <dt>{h:word($key)}</dt>
        <xsl:sequence select="$shown[normalize-space()]"/>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="fact" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The header is said again here, so it keeps its ids to itself. -->
  <xsl:template match="*" mode="fact" as="node()*">
    <xsl:apply-templates mode="inline">
      <xsl:with-param name="echo" select="true()" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- a header says it in prose or by elements -->
  <xsl:template match="tei:publicationStmt" mode="fact" as="text()">
    <xsl:value-of separator=", " select="(tei:pubPlace, tei:publisher, tei:distributor,
      tei:authority, tei:date, tei:p, tei:ab) ! f:plain(.)[. != '']"/>
  </xsl:template>

  <!-- the shelfmark, and what the register calls the house whose letters it begins with -->
  <xsl:template match="tei:msIdentifier" mode="fact" as="node()+">
    <xsl:text>{f:shelfmark(ancestor::tei:TEI)}</xsl:text>
    <xsl:for-each select="tei:repository[@ref][exists($h:names(f:register-key(@ref)))]">
      <br/>
      <a href="{h:register-link(f:register-key(@ref))}">{$h:names(f:register-key(@ref))}</a>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="tei:licence[@target]" mode="fact" as="node()*">
    <xsl:variable name="address" as="xs:string?" select="f:safe-link(tokenize(@target)[1])"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a href="{$address}">{f:plain(.)}</a>
      </xsl:when>
      <xsl:otherwise>{f:plain(.)}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what the page or the edition offers to take away -->
  <xsl:function name="h:downloads" as="element(div)?">
    <xsl:param name="offer" as="element()"/>
    <xsl:if test="$offer/s:download">
      <div class="fact">
        <dt>{h:word('downloads')}</dt>
        <xsl:for-each select="$offer/s:download">
          <dd>
            <a href="{@href}">
              <xsl:copy-of select="@type"/>
              <xsl:text>{.}</xsl:text>
            </a>
          </dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- the editorial declaration, without the list of signs and its lead-in: that is the legend -->
  <xsl:function name="h:method-paragraphs" as="element(tei:p)*">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:sequence select="
      $text/tei:teiHeader/tei:encodingDesc/tei:editorialDecl//tei:p[not(.//tei:label/@n)]
        [not(ends-with(f:plain(.), ':')
          and following-sibling::*[1][self::tei:p | self::tei:list]//tei:label/@n)]"/>
  </xsl:function>

  <xsl:function name="h:method" as="element(div)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="paragraphs" as="element(tei:p)*" select="h:method-paragraphs($text)"/>
    <xsl:if test="exists($paragraphs)">
      <div class="method" id="method:">
        <h3>{h:word('method')}</h3>
        <xsl:apply-templates select="$paragraphs" mode="block">
          <xsl:with-param name="echo" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
