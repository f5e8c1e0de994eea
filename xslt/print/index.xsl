<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes: the entries of the register that the texts name, in alphabetical order. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="p:indexes" as="element(p:index)*">
    <xsl:context-item as="element(p:edition)" use="required"/>
    <xsl:param name="texts" as="element(p:text)*"/>
    <xsl:variable name="root" as="document-node()" select="root(.)"/>
    <xsl:variable name="entries" as="element()*"
      select="distinct-values($texts//p:name/@key) ! key('entry', ., $root)"/>
    <xsl:sequence select="
      p:index('Persons', $entries[self::tei:person | self::tei:personGrp]),
      p:index('Places', $entries[self::tei:place]),
      p:index('Organisations', $entries[self::tei:org])"/>
  </xsl:template>

  <xsl:function name="p:index" as="element(p:index)?">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="exists($entries)">
      <index>
        <head>{$title}</head>
        <xsl:for-each select="$entries">
          <xsl:sort select="p:heading(.)" lang="en"/>
          <entry key="{@xml:id}">
            <heading>{p:heading(.)}</heading>
          </entry>
        </xsl:for-each>
      </index>
    </xsl:if>
  </xsl:function>

  <!-- the form that the register prefers, else its first -->
  <xsl:function name="p:heading" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$entry/(tei:persName | tei:placeName
      | tei:orgName | tei:geogName | tei:settlement | tei:name)"/>
    <xsl:sequence select="p:plain(($names[@type = 'preferred'], $names)[1])"/>
  </xsl:function>

</xsl:stylesheet>
