<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The register: persons, places and organisations with their other names, and where the texts name
  them. Entries that no text names are kept, and say so.
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

  <xsl:function name="h:register" as="element(section)?">
    <xsl:param name="edition" as="element(s:edition)"/>
    <xsl:variable name="all" as="element()*"
      select="$edition/s:register//(tei:person | tei:personGrp | tei:place | tei:org)[@xml:id]"/>
    <xsl:if test="exists($all)">
      <section class="register" aria-labelledby="register:">
        <h2 id="register:">{h:word('register')}</h2>
        <xsl:sequence select="
          h:register-part('persons', $all[self::tei:person | self::tei:personGrp]),
          h:register-part('places', $all[self::tei:place]),
          h:register-part('organisations', $all[self::tei:org])"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:register-part" as="element()*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="exists($entries)">
      <h3 id="{$kind}:">{h:word($kind)}</h3>
      <dl>
        <xsl:for-each select="$entries">
          <xsl:sort select="f:register-heading(.)" lang="en"/>
          <xsl:sequence select="h:register-entry(.)"/>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:register-entry" as="element(div)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="forms" as="xs:string*" select="f:register-forms($entry)"/>
    <xsl:variable name="mentions" as="element(dd)*" select="h:mentions($entry)"/>
    <div class="{if (exists($mentions)) then 'entry' else 'entry unnamed'}"
      id="{$entry/@xml:id}">
      <dt>{f:register-heading($entry)}</dt>
      <xsl:if test="exists($forms)">
        <dd class="forms">{string-join($forms, ' · ')}</dd>
      </xsl:if>
      <xsl:for-each select="$entry/tei:note[normalize-space()]">
        <dd>
          <xsl:apply-templates mode="inline"/>
        </dd>
      </xsl:for-each>
      <xsl:sequence select="$mentions"/>
      <xsl:if test="empty($mentions)">
        <dd class="none">{h:word('unmentioned')}</dd>
      </xsl:if>
    </div>
  </xsl:function>

  <!-- per text the numbers of the paragraphs, each once -->
  <xsl:function name="h:mentions" as="element(dd)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="mentions" as="element()*"
      select="key('mention', $entry/@xml:id, root($entry))"/>
    <xsl:for-each-group select="$mentions" group-by="ancestor::s:text/@id">
      <xsl:variable name="text" as="element(s:text)" select="ancestor::s:text"/>
      <dd class="mentions">
        <a href="{$text/@href}">{f:text-short-title($text/tei:TEI)}</a>
        <xsl:text> </xsl:text>
        <xsl:for-each-group select="current-group()" group-by="h:place-id(.)">
          <xsl:sequence select="if (position() = 1) then () else ' '"/>
          <a class="place" href="{$text/@href}{f:fragment(current-grouping-key())}">{
            h:place-label(.)}</a>
        </xsl:for-each-group>
      </dd>
    </xsl:for-each-group>
  </xsl:function>

  <!-- the numbered paragraph around a name, else whatever has an id, else the text -->
  <xsl:function name="h:place-id" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="paragraph" as="element()?" select="h:paragraph($name)"/>
    <xsl:sequence select="if ($paragraph) then h:paragraph-id($paragraph)
      else f:first(($name/ancestor::*[@xml:id][ancestor::tei:text][1]/@xml:id, 'text:'))"/>
  </xsl:function>

  <xsl:function name="h:place-label" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="paragraph" as="element()?" select="h:paragraph($name)"/>
    <xsl:sequence select="
      if ($paragraph) then '¶' || h:number($paragraph)
      else if ($name/ancestor::tei:head) then 'heading'
      else if ($name/ancestor::tei:closer) then 'closing'
      else if ($name/ancestor::tei:opener) then 'opening'
      else 'text'"/>
  </xsl:function>

  <xsl:function name="h:paragraph" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$name/ancestor::*[self::tei:p | self::tei:ab][h:number(.) != ''][1]"/>
  </xsl:function>

</xsl:stylesheet>
