<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI blocks → blocks of the print model. Where inline content stands among blocks (a list inside
  a paragraph) the model simply mixes both: a back end starts a new line at each block.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- space between blocks means nothing; any other loose text is content -->
  <xsl:mode name="block" on-no-match="fail" on-multiple-match="use-last"/>

  <xsl:template match="text()[not(normalize-space())]" mode="block" as="empty-sequence()"/>

  <xsl:template match="text()" mode="block" as="node()*">
    <xsl:apply-templates select="." mode="inline"/>
  </xsl:template>

  <!-- a page of the source that ends between blocks leaves no trace on ours -->
  <xsl:template match="tei:pb" mode="block" as="empty-sequence()"/>

  <xsl:template match="comment() | processing-instruction()" mode="block" as="empty-sequence()"/>

  <!-- whatever has no template of its own here is shown as inline content -->
  <xsl:template match="*" mode="block" as="node()*">
    <xsl:apply-templates select="." mode="inline"/>
  </xsl:template>

  <xsl:template match="tei:text | tei:front | tei:body | tei:back | tei:group | tei:opener
      | tei:postscript | tei:listBibl | tei:titlePage | tei:argument | tei:sp | tei:epigraph"
    mode="block" as="node()*">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <xsl:template match="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4" mode="block"
    as="node()*">
    <xsl:param name="depth" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:apply-templates mode="block">
      <xsl:with-param name="depth" select="$depth + 1" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="tei:head" mode="block" as="element(p:head)?">
    <xsl:param name="opening" as="element(tei:head)?" select="()" tunnel="yes"/>
    <xsl:param name="depth" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:if test="not(. is $opening)">
      <head level="{$depth}">
        <xsl:apply-templates mode="inline"/>
      </head>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab" mode="block" as="element(p:p)">
    <p>
      <!-- not as xml:id: two texts may have the same one -->
      <xsl:attribute name="id" select="@xml:id"/>
      <xsl:sequence select="p:lang-attribute(.)"/>
      <xsl:apply-templates mode="inline"/>
    </p>
  </xsl:template>

  <!-- lines that stand apart: date and place, greeting, signature -->
  <xsl:template match="tei:dateline | tei:salute | tei:signed | tei:closer | tei:trailer
      | tei:byline | tei:docAuthor | tei:docDate | tei:docImprint | tei:docTitle | tei:titlePart
      | tei:speaker | tei:stage | tei:bibl | tei:list/tei:head | tei:table/tei:head
      | tei:figure/tei:head | tei:lg/tei:head"
    mode="block" as="node()*">
    <xsl:choose>
      <xsl:when test="self::tei:closer[tei:signed | tei:salute | tei:dateline]">
        <xsl:apply-templates mode="block"/>
      </xsl:when>
      <xsl:otherwise>
        <aside kind="{local-name()}">
          <xsl:apply-templates mode="inline"/>
        </aside>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:list" mode="block" as="element()+">
    <xsl:apply-templates select="tei:head" mode="block"/>
    <list kind="{if (tei:label) then 'gloss' else if (@rend = ('numbered', 'ordered')
                 or @type = 'ordered') then 'ordered' else 'plain'}">
      <xsl:apply-templates select="* except tei:head" mode="list"/>
    </list>
  </xsl:template>

  <xsl:mode name="list" on-no-match="fail" on-multiple-match="use-last"/>

  <xsl:template match="*" mode="list" as="element(p:item)">
    <item>
      <xsl:if test="preceding-sibling::*[1][self::tei:label]">
        <xsl:variable name="label" as="element()" select="preceding-sibling::*[1]"/>
        <label>
          <xsl:apply-templates select="$label[f:is-mark(.)], $label[not(f:is-mark(.))]/node()"
            mode="inline"/>
        </label>
      </xsl:if>
      <xsl:apply-templates select="self::tei:item[not(f:is-mark(.))]/node()
        | self::*[not(self::tei:item) or f:is-mark(.)]" mode="inline"/>
    </item>
  </xsl:template>

  <!-- a label is printed with its item; one without an item stands for itself -->
  <xsl:template match="tei:label" mode="list" as="element(p:item)?">
    <xsl:if test="not(following-sibling::*[1][self::tei:item])">
      <item>
        <xsl:apply-templates select=".[f:is-mark(.)], .[not(f:is-mark(.))]/node()" mode="inline"/>
      </item>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:table" mode="block" as="element()+">
    <xsl:variable name="columns" as="xs:integer"
      select="xs:integer(max((1, tei:row ! sum(tei:cell ! p:span(@cols)))))"/>
    <xsl:apply-templates select="tei:head" mode="block"/>
    <table columns="{$columns}">
      <xsl:apply-templates select="* except tei:head" mode="row">
        <xsl:with-param name="columns" select="$columns"/>
      </xsl:apply-templates>
    </table>
  </xsl:template>

  <xsl:mode name="row" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="tei:row" mode="row" as="element(p:row)">
    <xsl:param name="columns" as="xs:integer"/>
    <row>
      <xsl:for-each select="*">
        <cell cols="{p:span(@cols)}" rows="{p:span(@rows)}">
          <xsl:if test="(@role, ../@role) = 'label'">
            <xsl:attribute name="role" select="'label'"/>
          </xsl:if>
          <xsl:apply-templates select="self::tei:cell[not(f:is-mark(.))]/node()
            | self::*[not(self::tei:cell) or f:is-mark(.)]" mode="inline"/>
        </cell>
      </xsl:for-each>
    </row>
  </xsl:template>

  <!-- what else stands between rows has a row of its own, if it shows anything -->
  <xsl:template match="*" mode="row" as="element(p:row)?">
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="shown" as="node()*">
      <xsl:apply-templates select="." mode="inline"/>
    </xsl:variable>
    <xsl:if test="$shown/(self::p:mark | descendant-or-self::text()[normalize-space()])">
      <row>
        <cell cols="{$columns}" rows="1">
          <xsl:sequence select="$shown"/>
        </cell>
      </row>
    </xsl:if>
  </xsl:template>

  <xsl:function name="p:span" as="xs:integer">
    <xsl:param name="stated" as="attribute()?"/>
    <xsl:sequence select="if ($stated castable as xs:positiveInteger) then xs:integer($stated)
                          else 1"/>
  </xsl:function>

  <xsl:template match="tei:quote | tei:q[tei:p | tei:lg | tei:l]" mode="block"
    as="element(p:quote)">
    <quote>
      <xsl:apply-templates mode="block"/>
    </quote>
  </xsl:template>

  <xsl:template match="tei:lg" mode="block" as="element(p:verse)">
    <verse>
      <xsl:apply-templates mode="block"/>
    </verse>
  </xsl:template>

  <xsl:template match="tei:l" mode="block" as="element(p:line)">
    <line>
      <xsl:copy-of select="@n"/>
      <xsl:apply-templates mode="inline"/>
    </line>
  </xsl:template>

  <xsl:template match="tei:figure" mode="block" as="element(p:figure)">
    <figure>
      <xsl:apply-templates mode="inline"/>
    </figure>
  </xsl:template>

</xsl:stylesheet>
