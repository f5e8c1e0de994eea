<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The critical apparatus: the lemma stays in the text with a letter after it, the entry below has
  lemma, readings and witnesses. A reading is never run together with the lemma.
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

  <xsl:accumulator name="h:variants" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:TEI" select="0"/>
    <xsl:accumulator-rule match="tei:app[h:is-in-flow(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="h:variant-letter" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:number value="$entry/accumulator-before('h:variants')" format="a"/>
  </xsl:function>

  <!-- Entries of a separate list point to the text from afar; they stand where they are. So does
       one that is a mark: its readings were typed in the line. -->
  <xsl:function name="h:is-in-flow" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="exists($entry/ancestor::tei:text) and empty($entry/parent::tei:listApp)
      and not(f:is-mark($entry))"/>
  </xsl:function>

  <xsl:function name="h:base-reading" as="element()?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="($entry/tei:lem, $entry//tei:rdg)[1]"/>
  </xsl:function>

  <xsl:template match="tei:app[h:is-in-flow(.)]" mode="inline block" as="element(span)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="letter" as="xs:string" select="h:variant-letter(.)"/>
    <span class="app">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates select="h:base-reading(.)/node()" mode="inline"/>
      <xsl:if test="not($echo)">
        <sup class="variant-call">
          <xsl:element name="{if ($linked) then 'span' else 'a'}">
            <xsl:attribute name="id" select="'lemma:' || $letter"/>
            <xsl:if test="not($linked)">
              <xsl:attribute name="href" select="'#variant:' || $letter"/>
            </xsl:if>
            <span class="unseen">{h:word('variant')}&#xA0;</span>
            <xsl:text>{$letter}</xsl:text>
          </xsl:element>
        </sup>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="tei:app" mode="inline block" as="element(span)">
    <span class="app-entry">
      <xsl:sequence select="h:entry(.)"/>
    </span>
  </xsl:template>

  <xsl:function name="h:apparatus" as="element(section)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="entries" as="element(tei:app)*" select="$text//tei:app[h:is-in-flow(.)]"/>
    <xsl:if test="$entries">
      <section class="apparatus" aria-labelledby="apparatus:">
        <h2 id="apparatus:">{h:word('apparatus')}</h2>
        <ol>
          <xsl:for-each select="$entries">
            <xsl:variable name="letter" as="xs:string" select="h:variant-letter(.)"/>
            <li id="variant:{$letter}">
              <a class="letter" href="#lemma:{$letter}">{$letter}<span class="unseen">, {
                h:word('back')}</span></a>
              <xsl:sequence select="h:entry(.)"/>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- "lemma A] reading B; reading C": the lemma is an echo of the text, the readings are new -->
  <xsl:function name="h:entry" as="node()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="base" as="element()?" select="h:base-reading($entry)"/>
    <xsl:if test="$base">
      <xsl:text> </xsl:text>
      <span class="lemma">
        <xsl:apply-templates select="$base/node()" mode="inline">
          <xsl:with-param name="echo" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </span>
      <xsl:sequence select="h:witnesses($base)"/>
      <xsl:text>]</xsl:text>
    </xsl:if>
    <xsl:for-each select="$entry//(tei:rdg | tei:note | tei:witDetail)
      [ancestor::tei:app[1] is $entry] except $base">
      <xsl:text>{if (position() = 1 or self::tei:witDetail) then ' ' else '; '}</xsl:text>
      <span class="{local-name()}">
        <xsl:apply-templates mode="inline"/>
        <xsl:if test="self::tei:rdg[not(normalize-space() or *)]">
          <i>omitted</i>
        </xsl:if>
      </span>
      <xsl:sequence select="h:witnesses(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:witnesses" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*"
      select="tokenize($reading/@wit) ! replace(., '^.*#', '')"/>
    <xsl:if test="exists($sigla)">
      <xsl:text> </xsl:text>
      <span class="witness">{$sigla}</span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
