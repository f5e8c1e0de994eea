<?xml version="1.0" encoding="UTF-8"?>
<!-- One text: its titles, where it comes from, its body, and the notes that belong to it. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:mode name="text" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="p:text" mode="text" as="element(p:text)">
    <xsl:variable name="tei" as="element(tei:TEI)" select="tei:TEI"/>
    <!-- The head that the text itself opens with is the one displayed; else the header's title. -->
    <xsl:variable name="opening" as="element(tei:head)?" select="f:opening-head($tei)"/>
    <text id="{@id}" n="{position()}" lang="{f:language($tei/tei:text)}"
      title="{string-join((f:text-title($tei), f:text-subtitle($tei))[. != ''], ', ')}"
      short="{f:text-short-title($tei)}">
      <xsl:sequence select="p:headnote($tei)"/>
      <xsl:variable name="body" as="element(p:body)">
        <body>
          <opening>
            <xsl:apply-templates select="$opening/node()" mode="inline"/>
            <xsl:if test="not($opening)">{f:text-title($tei)}</xsl:if>
          </opening>
          <xsl:apply-templates select="$tei/tei:text" mode="block">
            <xsl:with-param name="opening" select="$opening" tunnel="yes"/>
          </xsl:apply-templates>
        </body>
      </xsl:variable>
      <xsl:variable name="identified" as="element(p:body)">
        <xsl:apply-templates select="$body" mode="identify"/>
      </xsl:variable>
      <xsl:sequence select="$identified"/>
      <notes>
        <xsl:apply-templates select="$identified//p:mark" mode="note"/>
      </notes>
    </text>
  </xsl:template>

  <!--
    Marks are counted once more, because only those of a prepared text have a number: the note
    finds its mark by this id.
  -->
  <xsl:mode name="identify" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="p:mark" mode="identify" as="element(p:mark)">
    <xsl:copy>
      <xsl:attribute name="id">
        <xsl:number level="any"/>
      </xsl:attribute>
      <xsl:apply-templates select="@*, node()" mode="identify"/>
    </xsl:copy>
  </xsl:template>

  <!-- What the editors say before the text speaks: a summary, where it lies, who translated it -->
  <xsl:function name="p:headnote" as="element(p:headnote)">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="shelf" as="xs:string" select="f:shelfmark($tei)"/>
    <xsl:variable name="language" as="xs:string"
      select="f:plain(($tei/tei:teiHeader//tei:msDesc//tei:textLang)[1])"/>
    <headnote>
      <xsl:for-each select="$tei/tei:teiHeader/tei:profileDesc/tei:abstract/tei:p">
        <summary>
          <xsl:apply-templates mode="inline"/>
        </summary>
      </xsl:for-each>
      <xsl:if test="$shelf">
        <shelfmark>{p:leaf-range($shelf)}</shelfmark>
      </xsl:if>
      <xsl:if test="exists(f:translators($tei))">
        <credit>{p:word('translated')} {$language[.] ! concat(p:word('from'), ' ', ., ' ')}{
          p:word('by')} {string-join(f:translators($tei), ', ')}</credit>
      </xsl:if>
    </headnote>
  </xsl:function>

  <!-- a range of numbers takes an en dash in print -->
  <xsl:function name="p:leaf-range" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="replace($words, '(\d)-(\d)', '$1–$2')"/>
  </xsl:function>

</xsl:stylesheet>
