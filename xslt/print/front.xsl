<?xml version="1.0" encoding="UTF-8"?>
<!-- The front matter, from the headers: title page, imprint, editorial principles, sources. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:mode name="front" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="p:edition" mode="front" as="element()*">
    <xsl:variable name="headers" as="element(tei:teiHeader)*" select="p:text/tei:TEI/tei:teiHeader"/>
    <xsl:call-template name="p:title-page">
      <xsl:with-param name="headers" select="$headers"/>
    </xsl:call-template>
    <xsl:call-template name="p:imprint">
      <xsl:with-param name="headers" select="$headers"/>
    </xsl:call-template>
    <contents>
      <head>{p:word('contents')}</head>
    </contents>
    <xsl:call-template name="p:principles">
      <xsl:with-param name="headers" select="$headers"/>
    </xsl:call-template>
    <section kind="sources">
      <head>{p:word('sources')}</head>
      <xsl:apply-templates select="p:text" mode="source"/>
    </section>
  </xsl:template>

  <xsl:template name="p:title-page" as="element(p:title-page)">
    <xsl:context-item as="element(p:edition)" use="required"/>
    <xsl:param name="headers" as="element(tei:teiHeader)*"/>
    <xsl:variable name="statements" as="element(tei:titleStmt)*"
      select="$headers/tei:fileDesc/tei:titleStmt"/>
    <title-page>
      <title>{@title}</title>
      <xsl:sequence select="
        p:persons('author', $statements/tei:author),
        p:persons('translator', $statements/tei:editor[@role = 'translator']),
        p:persons('editor', p:editor)"/>
      <publisher>{f:plain(p:publisher)}</publisher>
      <date>{substring(@date, 1, 4)}</date>
    </title-page>
  </xsl:template>

  <!-- each person once, even if named in every text -->
  <xsl:function name="p:persons" as="element(p:persons)?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="named" as="element()*"/>
    <xsl:if test="exists($named)">
      <persons role="{$role}">
        <xsl:if test="$role != 'author'">
          <xsl:attribute name="words" select="p:word($role)"/>
        </xsl:if>
        <xsl:for-each select="distinct-values($named ! f:plain(.))[. != '']">
          <name>{.}</name>
        </xsl:for-each>
      </persons>
    </xsl:if>
  </xsl:function>

  <!-- who published what, when, in which version and under which licence -->
  <xsl:template name="p:imprint" as="element(p:imprint)">
    <xsl:context-item as="element(p:edition)" use="required"/>
    <xsl:param name="headers" as="element(tei:teiHeader)*"/>
    <imprint>
      <xsl:where-populated>
        <p>
          <xsl:value-of select="(f:plain(p:publisher), substring(@date, 1, 4))[. != '']"
            separator=", "/>
        </p>
      </xsl:where-populated>
      <p>{p:word('version')} {string-join((@version, @date), ', ')}</p>
      <xsl:for-each-group group-by="f:plain(.)"
        select="$headers/tei:fileDesc/tei:publicationStmt/tei:availability/tei:licence">
        <p>{current-grouping-key()}</p>
      </xsl:for-each-group>
      <xsl:for-each-group group-by="string-join((@ident, @version), ' ')"
        select="$headers/tei:encodingDesc/tei:appInfo/tei:application">
        <p>{p:word('encoded-with')} {current-grouping-key()}; {p:word('composed-with')}.</p>
      </xsl:for-each-group>
    </imprint>
  </xsl:template>

  <!-- The principles that several texts share are printed once. -->
  <xsl:template name="p:principles" as="element(p:section)?">
    <xsl:context-item as="element(p:edition)" use="required"/>
    <xsl:param name="headers" as="element(tei:teiHeader)*"/>
    <xsl:variable name="declared" as="element(tei:editorialDecl)*"
      select="$headers/tei:encodingDesc/tei:editorialDecl"/>
    <xsl:variable name="labels" as="element(tei:label)*"
      select="f:legend-labels($headers/parent::tei:TEI)"/>
    <xsl:if test="$declared">
      <section kind="principles">
        <head>{p:word('principles')}</head>
        <xsl:for-each-group group-by="f:plain(.)"
          select="$declared//tei:p[not(tei:list/tei:label intersect $labels)][not(p:announces-legend(.))]">
          <xsl:apply-templates select="." mode="block"/>
        </xsl:for-each-group>
        <p>{p:word('textual-notes')}</p>
        <xsl:if test="p:text/tei:TEI/tei:text//tei:pb[not(f:is-mark(.))]">
          <p>{p:word('page-seam')}</p>
        </xsl:if>
        <xsl:sequence select="p:legend($labels)"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- “Signs used in this text:” leads to the list, which has a head of its own here -->
  <xsl:function name="p:announces-legend" as="xs:boolean">
    <xsl:param name="paragraph" as="element(tei:p)"/>
    <xsl:sequence select="ends-with(f:plain($paragraph), ':')
      and exists($paragraph/following-sibling::*[1]//tei:label/@n)"/>
  </xsl:function>

  <xsl:function name="p:legend" as="element(p:legend)?">
    <xsl:param name="labels" as="element(tei:label)*"/>
    <xsl:if test="exists($labels)">
      <legend>
        <head>{p:word('signs')}</head>
        <xsl:for-each-group select="$labels" group-by="@n">
          <sign rule="{current-grouping-key()}">
            <form>{f:plain(.)}</form>
            <meaning>{f:legend-meaning(.)}</meaning>
          </sign>
        </xsl:for-each-group>
      </legend>
    </xsl:if>
  </xsl:function>

  <!-- Where each text comes from and who holds which rights -->
  <xsl:mode name="source" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="p:text" mode="source" as="element(p:source)">
    <xsl:variable name="file" as="element(tei:fileDesc)" select="tei:TEI/tei:teiHeader/tei:fileDesc"/>
    <source text="{@id}">
      <title>{string-join((f:text-title(tei:TEI), f:text-subtitle(tei:TEI))[. != ''], ', ')}</title>
      <xsl:sequence select="p:source-lines($file)"/>
      <xsl:for-each
        select="$file/tei:publicationStmt/tei:availability/tei:p[normalize-space()]">
        <rights>
          <xsl:apply-templates mode="inline"/>
        </rights>
      </xsl:for-each>
    </source>
  </xsl:template>

  <!-- the citation that the source asks for, else the bibliographic entries as they stand -->
  <xsl:function name="p:source-lines" as="element(p:citation)*">
    <xsl:param name="file" as="element(tei:fileDesc)"/>
    <xsl:variable name="entries" as="element()*"
      select="$file/tei:sourceDesc/(tei:bibl | tei:biblStruct | tei:biblFull | tei:p)"/>
    <xsl:for-each select="if ($entries[@type = 'citation']) then $entries[@type = 'citation']
                          else $entries">
      <citation>
        <xsl:apply-templates mode="inline"/>
      </citation>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
