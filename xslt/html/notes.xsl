<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Notes: a raised number in the text, the note itself below it, links both ways.
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

  <!-- The notes that go to the foot. Those of the apparatus stand in its entries; one that a
       convention's rule made is a mark, with its signs, and stands in the line. -->
  <xsl:function name="h:is-foot-note" as="xs:boolean">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="exists($note/ancestor::tei:text) and empty($note/parent::tei:app)
      and not(f:is-mark($note))"/>
  </xsl:function>

  <!-- An accumulator, since xsl:number level="any" counts anew for each note. -->
  <xsl:accumulator name="h:notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:TEI" select="0"/>
    <xsl:accumulator-rule match="tei:note[h:is-foot-note(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="h:note-number" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="string($note/accumulator-before('h:notes'))"/>
  </xsl:function>

  <xsl:template match="tei:note[h:is-foot-note(.)]" mode="inline block" as="element(sup)">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="h:note-number(.)"/>
    <sup class="note-call">
      <xsl:choose>
        <xsl:when test="$echo or $linked">{$number}</xsl:when>
        <xsl:otherwise>
          <a id="call:{$number}" href="#note:{$number}">
            <span class="unseen">{h:word('note')}&#xA0;</span>
            <xsl:text>{$number}</xsl:text>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- a note anywhere else, in a header or a variant, stands where it is -->
  <xsl:template match="tei:note" mode="inline" as="element(span)">
    <span class="note">
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:note" mode="block" as="element(div)">
    <div class="note">
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

  <xsl:function name="h:notes" as="element(section)?">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="notes" as="element(tei:note)*"
      select="$text//tei:note[h:is-foot-note(.)]"/>
    <xsl:if test="$notes">
      <section class="notes" aria-labelledby="notes:">
        <h2 id="notes:">{h:word('notes')}</h2>
        <ol>
          <xsl:for-each select="$notes">
            <li id="note:{h:note-number(.)}">
              <xsl:sequence select="h:language-attributes(.)"/>
              <xsl:call-template name="h:content"/>
              <xsl:sequence select="h:back-link('call:' || h:note-number(.))"/>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:back-link" as="node()+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:text> </xsl:text>
    <a class="back" href="{f:fragment($id)}" aria-label="{h:word('back')}">↩</a>
  </xsl:function>

</xsl:stylesheet>
