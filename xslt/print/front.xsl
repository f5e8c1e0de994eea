<?xml version="1.0" encoding="UTF-8"?>
<!-- The front matter, from the headers: title page, imprint, editorial principles, sources. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
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
    <xsl:call-template name="p:principles">
      <xsl:with-param name="headers" select="$headers"/>
    </xsl:call-template>
    <section kind="sources">
      <head>Sources and rights</head>
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
      <xsl:for-each select="distinct-values($statements/tei:author ! p:plain(.))[. != '']">
        <person role="author">{.}</person>
      </xsl:for-each>
      <xsl:for-each
        select="distinct-values($statements/tei:editor[@role = 'translator'] ! p:plain(.))">
        <person role="translator">{.}</person>
      </xsl:for-each>
      <xsl:for-each select="p:editor">
        <person role="editor">{p:plain(.)}</person>
      </xsl:for-each>
      <publisher>{p:plain(p:publisher)}</publisher>
      <date>{substring(@date, 1, 4)}</date>
    </title-page>
  </xsl:template>

  <!-- who published what, when, in which version and under which licence -->
  <xsl:template name="p:imprint" as="element(p:imprint)">
    <xsl:context-item as="element(p:edition)" use="required"/>
    <xsl:param name="headers" as="element(tei:teiHeader)*"/>
    <imprint>
      <p>
        <xsl:value-of select="(p:plain(p:publisher), substring(@date, 1, 4))[. != '']"
          separator=", "/>
      </p>
      <p>Version {@version}, {@date}</p>
      <xsl:for-each-group group-by="p:plain(.)"
        select="$headers/tei:fileDesc/tei:publicationStmt/tei:availability/tei:licence">
        <p>{current-grouping-key()}</p>
      </xsl:for-each-group>
      <xsl:for-each-group group-by="string-join((@ident, @version), ' ')"
        select="$headers/tei:encodingDesc/tei:appInfo/tei:application">
        <p>Encoded in TEI with {current-grouping-key()}; composed with Typst in Libertinus Serif.</p>
      </xsl:for-each-group>
    </imprint>
  </xsl:template>

  <!-- The principles that several texts share are printed once. -->
  <xsl:template name="p:principles" as="element(p:section)?">
    <xsl:param name="headers" as="element(tei:teiHeader)*"/>
    <xsl:variable name="declared" as="element(tei:editorialDecl)*"
      select="$headers/tei:encodingDesc/tei:editorialDecl"/>
    <xsl:variable name="legend" as="element(tei:list)*" select="$declared//tei:list[tei:label/@n]"/>
    <xsl:if test="$declared">
      <section kind="principles">
        <head>Editorial principles</head>
        <xsl:for-each-group group-by="p:plain(.)"
          select="$declared//tei:p[not(tei:list intersect $legend)][not(p:announces-legend(.))]">
          <xsl:apply-templates select="." mode="block"/>
        </xsl:for-each-group>
        <p>Textual notes stand at the foot of the page, keyed by the number of the printed line; two strokes (‖) part the notes on one line, and a raised figure counts a reading that its line repeats.</p>
        <xsl:if test="$legend">
          <xsl:call-template name="p:legend">
            <xsl:with-param name="lists" select="$legend"/>
          </xsl:call-template>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- “Signs used in this text:” leads to the list, which has a head of its own here -->
  <xsl:function name="p:announces-legend" as="xs:boolean">
    <xsl:param name="paragraph" as="element(tei:p)"/>
    <xsl:sequence select="ends-with(p:plain($paragraph), ':')
      and exists($paragraph/following-sibling::*[1]//tei:label/@n)"/>
  </xsl:function>

  <xsl:template name="p:legend" as="element(p:legend)">
    <xsl:param name="lists" as="element(tei:list)*"/>
    <legend>
      <head>Signs</head>
      <xsl:for-each-group select="$lists/tei:label[@n]" group-by="@n">
        <sign rule="{current-grouping-key()}">
          <form>{p:plain(.)}</form>
          <!-- the name of the element is for those who read the TEI, not for those who read print -->
          <meaning>{p:plain(following-sibling::tei:item[1]/node()[not(self::tei:gi)])}</meaning>
        </sign>
      </xsl:for-each-group>
    </legend>
  </xsl:template>

  <!-- Where each text comes from and who holds which rights -->
  <xsl:mode name="source" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="p:text" mode="source" as="element(p:source)">
    <xsl:variable name="file" as="element(tei:fileDesc)" select="tei:TEI/tei:teiHeader/tei:fileDesc"/>
    <source text="{@id}">
      <title>{string-join((p:title(tei:TEI), p:subtitle(tei:TEI))[. != ''], ', ')}</title>
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
