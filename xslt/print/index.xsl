<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes: the entries of the register that the texts name, in alphabetical order. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:function name="p:back" as="element(p:back)?">
    <xsl:param name="edition" as="element(p:edition)"/>
    <xsl:param name="texts" as="element(p:text)*"/>
    <xsl:variable name="entries" as="element()*"
      select="distinct-values($texts//p:name/@key) ! key('entry', ., root($edition))"/>
    <!-- under which forms the texts name each entry -->
    <xsl:variable name="used" as="map(xs:string, xs:string*)" select="map:merge(
      $texts//p:name ! map:entry(string(@key), f:plain(.)), map { 'duplicates': 'combine' })"/>
    <xsl:if test="exists($entries)">
      <back>
        <head>{p:word('index')}</head>
        <xsl:sequence select="
          p:index('persons', $entries[self::tei:person | self::tei:personGrp], $used),
          p:index('places', $entries[self::tei:place], $used),
          p:index('organisations', $entries[self::tei:org], $used)"/>
      </back>
    </xsl:if>
  </xsl:function>

  <xsl:function name="p:index" as="element(p:index)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="used" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="unsorted" as="element(p:entry)*">
      <xsl:for-each select="$entries">
        <entry key="{@xml:id}">
          <heading>{f:register-heading(.)}</heading>
        </entry>
        <xsl:sequence select="p:references(., $used(@xml:id))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($entries)">
      <index kind="{$kind}">
        <head>{p:word($kind)}</head>
        <xsl:perform-sort select="$unsorted">
          <xsl:sort select="p:heading" lang="en"/>
        </xsl:perform-sort>
      </index>
    </xsl:if>
  </xsl:function>

  <!--
    “Kalgan, see Zhangjiakou”: forms that the texts use and the register knows, unless their words
    all stand in the heading, where the reader finds them anyway.
  -->
  <xsl:function name="p:references" as="element(p:entry)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="used" as="xs:string*"/>
    <xsl:variable name="heading" as="xs:string" select="f:register-heading($entry)"/>
    <xsl:variable name="known" as="xs:string*" select="$entry/*[@type = 'form'] ! f:plain(.)"/>
    <xsl:for-each select="distinct-values($known[. = $used])
      [some $word in p:name-words(.) satisfies not($word = p:name-words($heading))]">
      <entry>
        <heading>{.}</heading>
        <see words="{p:word('see')}">{$heading}</see>
      </entry>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="p:name-words" as="xs:string*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="tokenize(translate(lower-case($name), ',', ' '))"/>
  </xsl:function>

</xsl:stylesheet>
