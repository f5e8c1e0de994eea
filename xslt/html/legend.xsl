<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The legend: every sign in use, what it means, how often it stands in the text and where. The
  words come from the header; a sign that the header forgot is explained from the mark itself.
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

  <xsl:function name="h:legend" as="element(aside)">
    <xsl:param name="text" as="element(tei:TEI)"/>
    <xsl:variable name="marks" as="element()*" select="f:marks($text)"/>
    <aside class="legend" aria-labelledby="legend:">
      <h2 id="legend:">{h:word('signs-here')}</h2>
      <xsl:choose>
        <xsl:when test="exists($marks)">
          <dl>
            <xsl:sequence select="h:legend-entries($marks, f:legend-labels($text), true())"/>
          </dl>
        </xsl:when>
        <xsl:otherwise>
          <p>{h:word('no-signs')}</p>
        </xsl:otherwise>
      </xsl:choose>
    </aside>
  </xsl:function>

  <!-- in the header's order; signs that it doesn't name come last -->
  <xsl:function name="h:legend-entries" as="element(div)*">
    <xsl:param name="marks" as="element()*"/>
    <xsl:param name="labels" as="element(tei:label)*"/>
    <xsl:param name="places" as="xs:boolean"/>
    <xsl:variable name="order" as="xs:string*" select="$labels ! string(@n)"/>
    <xsl:for-each-group select="$marks" group-by="f:mark-rule(.)">
      <xsl:sort select="(index-of($order, current-grouping-key()), count($order) + 1)[1]"/>
      <xsl:variable name="label" as="element(tei:label)?"
        select="$labels[@n = current-grouping-key()][1]"/>
      <div class="entry" id="sign:{current-grouping-key()}">
        <dt>
          <span class="sample">{f:first((f:plain($label), f:mark-text(.)))}</span>
        </dt>
        <dd>
          <xsl:text>{f:first(($label ! f:legend-meaning(.), f:capital(f:mark-explain(.)) || '.'))}</xsl:text>
        </dd>
        <dd class="count">
          <xsl:sequence select="h:count(current-group(), $places)"/>
        </dd>
      </div>
    </xsl:for-each-group>
  </xsl:function>

  <!-- how often, and behind that a link to each mark, by the words that it has there -->
  <xsl:function name="h:count" as="node()">
    <xsl:param name="marks" as="element()+"/>
    <xsl:param name="places" as="xs:boolean"/>
    <xsl:variable name="times" as="xs:string" select="h:counted(count($marks), 'time')"/>
    <xsl:choose>
      <xsl:when test="not($places and $marks/@sg:n)">
        <xsl:text>{$times}</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <details>
          <summary>{$times}</summary>
          <xsl:sequence select="h:places($marks)"/>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="h:places" as="element(ol)">
    <xsl:param name="marks" as="element()+"/>
    <ol>
      <xsl:for-each select="$marks">
        <li>
          <a href="{f:fragment('mark:' || @sg:n)}">{f:mark-text(.)}</a>
          <xsl:for-each select="ancestor::tei:p[1][h:number(.) != '']">
            <span class="where"> ¶&#xA0;{h:number(.)}</span>
          </xsl:for-each>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:function>

</xsl:stylesheet>
