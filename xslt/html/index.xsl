<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The parts of the start page: title, list of texts, signs of all texts, method.
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

  <xsl:function name="h:edition-title" as="element(header)">
    <xsl:param name="edition" as="element(s:edition)"/>
    <header class="title">
      <xsl:if test="normalize-space($edition/@date)">
        <p class="kicker">
          <xsl:text>{h:word('edition')}</xsl:text>
          <span class="dot"> · </span>
          <xsl:sequence select="h:iso-time($edition/@date)"/>
        </p>
      </xsl:if>
      <h1>{$edition/@title}</h1>
      <xsl:if test="$edition/s:editor">
        <p class="byline">{h:word('editors')} {string-join($edition/s:editor, ', ')}</p>
      </xsl:if>
      <nav class="contents" aria-label="{h:word('edition')}">
        <a href="#texts:">{h:word('texts')}</a>
        <a href="#legend:">{h:word('signs')}</a>
        <xsl:if test="$edition/s:register">
          <a href="#register:">{h:word('register')}</a>
        </xsl:if>
        <a href="#method:">{h:word('method-all')}</a>
      </nav>
    </header>
  </xsl:function>

  <xsl:function name="h:iso-time" as="element()">
    <xsl:param name="date" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="f:is-html-date($date)">
        <time datetime="{$date}">{if ($date castable as xs:date)
          then format-date(xs:date($date), '[D] [MNn] [Y]') else $date}</time>
      </xsl:when>
      <xsl:otherwise>
        <span>{$date}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the oldest text first; texts without a date come last -->
  <xsl:function name="h:text-list" as="element(section)">
    <xsl:param name="edition" as="element(s:edition)"/>
    <section class="texts" aria-labelledby="texts:">
      <h2 id="texts:">{h:word('texts')}</h2>
      <ol>
        <xsl:for-each select="$edition/s:text">
          <xsl:sort select="f:iso-date(f:text-date(tei:TEI)) = ''"/>
          <xsl:sort select="f:iso-date(f:text-date(tei:TEI))"/>
          <li>
            <xsl:sequence select="h:card(.)"/>
          </li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:function>

  <xsl:function name="h:card" as="element()+">
    <xsl:param name="entry" as="element(s:text)"/>
    <xsl:variable name="text" as="element(tei:TEI)" select="$entry/tei:TEI"/>
    <xsl:variable name="marks" as="xs:integer" select="count(f:marks($text))"/>
    <xsl:variable name="summary" as="xs:string"
      select="f:plain($text/tei:teiHeader/tei:profileDesc/tei:abstract)"/>
    <xsl:sequence select="h:kicker($text)"/>
    <h3>
      <a href="{$entry/@href}">{f:text-title($text)}</a>
    </h3>
    <xsl:if test="$summary">
      <p class="abstract">{$summary}</p>
    </xsl:if>
    <p class="small">
      <xsl:text>{string-join((f:shelfmark($text)[. != ''], h:counted($marks, 'editorial mark')), ' · ')}</xsl:text>
    </p>
  </xsl:function>

  <xsl:function name="h:edition-legend" as="element(section)">
    <xsl:param name="edition" as="element(s:edition)"/>
    <xsl:variable name="texts" as="element(tei:TEI)*" select="$edition/s:text/tei:TEI"/>
    <xsl:variable name="marks" as="element()*" select="$texts ! f:marks(.)"/>
    <section class="legend" aria-labelledby="legend:">
      <h2 id="legend:">{h:word('signs-all')}</h2>
      <xsl:choose>
        <xsl:when test="exists($marks)">
          <dl>
            <xsl:sequence select="h:legend-entries($marks, f:legend-labels($texts), false())"/>
          </dl>
        </xsl:when>
        <xsl:otherwise>
          <p>{h:word('no-signs')}</p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:function>

  <!-- what several headers say in the same words is said once -->
  <xsl:function name="h:edition-about" as="element(section)">
    <xsl:param name="edition" as="element(s:edition)"/>
    <section class="about" aria-labelledby="method:">
      <h2 id="method:">{h:word('method-all')}</h2>
      <xsl:for-each-group select="$edition/s:text/tei:TEI ! h:method-paragraphs(.)"
        group-by="f:plain(.)">
        <xsl:apply-templates select="." mode="block">
          <xsl:with-param name="echo" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
      <xsl:if test="$edition/s:download">
        <dl class="facts">
          <xsl:sequence select="h:downloads($edition)"/>
        </dl>
      </xsl:if>
    </section>
  </xsl:function>

  <xsl:function name="h:edition-metadata" as="element()*">
    <xsl:param name="edition" as="element(s:edition)"/>
    <meta name="description" content="{h:counted(count($edition/s:text), 'text')}: {
      string-join($edition/s:text[position() le 5]/tei:TEI ! f:text-title(.), '; ')}"/>
    <script type="application/ld+json">{h:json(map {
      '@context': 'https://schema.org',
      '@type': 'Collection',
      'name': string($edition/@title),
      'editor': h:persons($edition/s:editor ! string()),
      'hasPart': array { $edition/s:text ! map {
        '@type': 'CreativeWork', 'name': f:text-title(tei:TEI), 'url': string(@href) } }
    })}</script>
  </xsl:function>

</xsl:stylesheet>
