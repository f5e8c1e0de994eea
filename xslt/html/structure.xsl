<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  Divisions, headings, paragraphs, letters' openings and closings: what stands on lines of its own.
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

  <xsl:variable name="h:blocks" as="xs:string+" select="'text', 'front', 'body', 'back', 'group',
    'floatingText', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'p', 'ab',
    'head', 'list', 'table', 'lg', 'l', 'figure', 'opener', 'closer', 'postscript', 'salute',
    'signed', 'dateline', 'byline', 'trailer', 'argument', 'epigraph', 'cit', 'sp', 'speaker',
    'titlePage', 'docTitle', 'titlePart', 'docAuthor', 'docImprint', 'docEdition', 'castList',
    'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listApp', 'listWit', 'eg', 'facsimile',
    'sourceDoc', 'surface', 'surfaceGrp', 'zone', 'standOff', 'person', 'place', 'org', 'entry',
    'textpart', 'address', 'addrLine', 'particDesc', 'biblStruct', 'biblFull', 'msDesc'"/>

  <!-- elements between whose children nothing but white space stands -->
  <xsl:variable name="h:containers" as="xs:string+" select="'TEI', 'text', 'front', 'body', 'back',
    'group', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'standOff',
    'facsimile', 'sourceDoc', 'surface', 'listApp', 'listWit', 'listBibl', 'sp', 'titlePage',
    'postscript', 'epigraph', 'argument', 'figure'"/>

  <!-- Does it stand on lines of its own? Unknown elements do, where only such ones may stand. -->
  <xsl:function name="h:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $h:blocks and not(f:is-mark($element))
      or exists($element/*[local-name() = ('p', 'list', 'table', 'lg', 'l', 'figure', 'div')])
         and not($element[self::tei:note] or f:is-mark($element))
      or local-name($element/..) = $h:containers
         and not($element[self::tei:pb | self::tei:lb | self::tei:cb | self::tei:milestone
           | self::tei:anchor | self::tei:fw | self::tei:note | self::tei:app | self::tei:index]
           or f:is-mark($element))"/>
  </xsl:function>

  <!-- the content of an element, each part in the mode that it asks for -->
  <xsl:template name="h:content" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::*[h:is-block(.)]">
          <xsl:apply-templates select="." mode="block"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="inline"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="tei:text | tei:body | tei:group" mode="block" as="node()*">
    <xsl:call-template name="h:content"/>
  </xsl:template>

  <xsl:template mode="block" as="element(div)" match="tei:front | tei:back | tei:div | tei:div1
      | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7 | tei:floatingText">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <div class="{local-name()}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

  <!-- the page's title already shows it (html/header.xsl) -->
  <xsl:template match="tei:head[. is f:title-head(ancestor::tei:TEI[1])]" mode="block" priority="1"
    as="empty-sequence()"/>

  <!-- the page's own title is h1, so the text's headings begin at h2 -->
  <xsl:template match="tei:head" mode="block" as="element()">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::*[tei:head]
      [not(self::tei:list | self::tei:table | self::tei:figure | self::tei:lg)])"/>
    <xsl:variable name="divides" as="xs:boolean" select="exists(parent::*[starts-with(
      local-name(), 'div') or self::tei:body or self::tei:front or self::tei:back])"/>
    <xsl:element name="{if ($divides) then 'h' || min(($depth + 1, 6)) else 'p'}">
      <xsl:attribute name="class" select="'head'"/>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:apply-templates mode="inline"/>
    </xsl:element>
  </xsl:template>

  <!-- A paragraph that holds a list or a table can't be HTML's p. -->
  <xsl:template match="tei:p | tei:ab" mode="block" as="element()">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="if ($echo) then '' else h:number(.)"/>
    <xsl:element name="{if (*[h:is-block(.)] or tei:note//tei:p) then 'div' else 'p'}">
      <xsl:attribute name="class" select="if (self::tei:ab) then 'p ab' else 'p'"/>
      <xsl:if test="$number">
        <xsl:attribute name="id" select="h:paragraph-id(.)"/>
      </xsl:if>
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:if test="$number">
        <a class="number" href="{f:fragment(h:paragraph-id(.))}">
          <span class="unseen">{h:word('paragraph')}&#xA0;</span>
          <xsl:text>{$number}</xsl:text>
        </a>
      </xsl:if>
      <xsl:call-template name="h:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs of the text itself are counted, not those of notes, figures and quotations. -->
  <xsl:function name="h:is-numbered" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="exists($paragraph/node()) and empty($paragraph/ancestor::*[self::tei:note or self::tei:figure
      or self::tei:item or self::tei:cell or self::tei:quote or self::tei:q or self::tei:p
      or self::tei:teiHeader or self::tei:standOff or self::tei:floatingText])"/>
  </xsl:function>

  <xsl:accumulator name="h:paragraphs" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:TEI" select="0"/>
    <xsl:accumulator-rule match="(tei:p | tei:ab)[h:is-numbered(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="h:number" as="xs:string">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="
      if (not(h:is-numbered($paragraph))) then ''
      else if (matches($paragraph/@xml:id, '^p\d+$')) then substring($paragraph/@xml:id, 2)
      else string($paragraph/accumulator-before('h:paragraphs'))"/>
  </xsl:function>

  <xsl:function name="h:paragraph-id" as="xs:string">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="f:first(($paragraph/@xml:id ! string(.), 'p:' || h:number($paragraph)))"/>
  </xsl:function>

  <xsl:template mode="block" as="element(div)" match="tei:opener | tei:closer | tei:postscript
      | tei:salute | tei:signed | tei:dateline | tei:byline | tei:trailer | tei:argument
      | tei:epigraph | tei:titlePage | tei:docTitle | tei:titlePart | tei:docAuthor
      | tei:docImprint | tei:docEdition | tei:speaker | tei:sp | tei:address | tei:addrLine
      | tei:stage">
    <xsl:param name="echo" as="xs:boolean" select="false()" tunnel="yes"/>
    <div class="{local-name()}">
      <xsl:sequence select="h:attributes(., $echo)"/>
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
