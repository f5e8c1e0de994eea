<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to the table that words diagnostics (JSON): what each element is, may hold and
     may carry. Classes are kept, so that a name that occurs in hundreds of models is written once. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="table" as="element()">
      <map>
        <xsl:for-each-group select="r:schema/*[@name]" group-adjacent="local-name()">
          <map key="{map { 'data': 'types', 'class': 'classes', 'attributes': 'attribute-classes',
              'element': 'elements' }(current-grouping-key())}">
            <xsl:apply-templates select="current-group()"/>
          </map>
        </xsl:for-each-group>
        <map key="rules">
          <xsl:for-each select="r:schema/r:constraint">
            <string key="{@ident}"><xsl:value-of select="@desc"/></string>
          </xsl:for-each>
        </map>
      </map>
    </xsl:variable>
    <xsl:sequence select="xml-to-json($table, map { 'indent': true() }) || '&#10;'"/>
  </xsl:template>

  <xsl:template match="r:schema/r:data" as="element()">
    <string key="{@name}"><xsl:value-of select="@desc"/></string>
  </xsl:template>

  <xsl:template match="r:schema/r:class" as="element()">
    <array key="{@name}">
      <xsl:for-each select="*"><string><xsl:value-of select="@ref"/></string></xsl:for-each>
    </array>
  </xsl:template>

  <xsl:template match="r:attributes" as="element()">
    <map key="{@name}"><xsl:apply-templates select="r:attribute"/></map>
  </xsl:template>

  <xsl:template match="r:schema/r:element" as="element()">
    <map key="{@name}">
      <string key="desc"><xsl:value-of select="@desc"/></string>
      <string key="module"><xsl:value-of select="@module"/></string>
      <string key="content"><xsl:value-of select="r:content/@kind"/></string>
      <string key="type"><xsl:value-of select="r:content/r:ref/@name"/></string>
      <array key="children">
        <xsl:for-each select="distinct-values(r:content//@ref)">
          <string><xsl:value-of select="."/></string>
        </xsl:for-each>
      </array>
      <array key="attribute-classes">
        <xsl:for-each select="r:group"><string><xsl:value-of select="@ref"/></string></xsl:for-each>
      </array>
      <map key="attributes"><xsl:apply-templates select="r:attribute"/></map>
    </map>
  </xsl:template>

  <xsl:template match="r:attribute" as="element()">
    <map key="{@name}">
      <string key="desc"><xsl:value-of select="@desc"/></string>
      <boolean key="required"><xsl:value-of select="@usage = 'req'"/></boolean>
      <boolean key="list"><xsl:value-of select="not(@max = '1')"/></boolean>
      <boolean key="open"><xsl:value-of select="@open"/></boolean>
      <string key="type"><xsl:value-of select="(r:ref | r:builtin)/@name"/></string>
      <map key="values">
        <xsl:for-each select="r:values/r:value | r:suggestion">
          <string key="{@ident}"><xsl:value-of select="@desc"/></string>
        </xsl:for-each>
      </map>
    </map>
  </xsl:template>

</xsl:stylesheet>
