<?xml version="1.0" encoding="UTF-8"?>
<!-- Datatypes as r:ref, r:builtin with r:facet, r:values with r:value, r:union of these. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:mode name="type" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="odd:type" as="element()">
    <xsl:param name="model" as="element()*"/>
    <xsl:param name="owner" as="xs:string"/>
    <xsl:if test="count($model) ne 1">
      <xsl:message terminate="yes" select="$owner || ': a datatype is one thing or one alternate'"/>
    </xsl:if>
    <xsl:apply-templates mode="type" select="$model"/>
  </xsl:function>

  <xsl:template mode="type" match="tei:dataRef[@key]" as="element(r:ref)">
    <xsl:if test="not(odd:spec(.)/self::tei:dataSpec)">
      <xsl:sequence select="odd:refuse(., @key || ' is no datatype')"/>
    </xsl:if>
    <xsl:if test="@restriction or tei:dataFacet">
      <xsl:sequence select="odd:refuse(., 'only a datatype of XML Schema can be restricted')"/>
    </xsl:if>
    <r:ref name="{@key}"/>
  </xsl:template>

  <xsl:template mode="type" match="tei:dataRef[@name]" as="element(r:builtin)">
    <!-- Classes that follow an edition of Unicode differ between validators; and jing lets a space
         pass where a negated class names \s. -->
    <xsl:if test="matches(@restriction, '\\[pPdDwWiIcC]|\[\^[^\]]*\\[sS]')">
      <xsl:sequence select="odd:refuse(., 'validators differ about this pattern: write its'
        || ' characters out')"/>
    </xsl:if>
    <r:builtin name="{@name}">
      <xsl:if test="@restriction"><r:facet name="pattern" value="{@restriction}"/></xsl:if>
      <xsl:for-each select="tei:dataFacet"><r:facet name="{@name}" value="{@value}"/></xsl:for-each>
    </r:builtin>
  </xsl:template>

  <xsl:template mode="type" match="tei:textNode" as="element(r:builtin)">
    <r:builtin name="string"/>
  </xsl:template>

  <xsl:template mode="type" match="tei:valList" as="element(r:values)">
    <r:values>
      <xsl:for-each select="tei:valItem"><r:value ident="{@ident}" desc="{odd:desc(.)}"/></xsl:for-each>
    </r:values>
  </xsl:template>

  <xsl:template mode="type" match="tei:alternate" as="element(r:union)">
    <r:union><xsl:apply-templates mode="type" select="*"/></r:union>
  </xsl:template>

</xsl:stylesheet>
