<?xml version="1.0" encoding="UTF-8"?>
<!-- Datatypes as r:ref, r:builtin with r:facet, r:values with r:value, r:union of these. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:mode name="type" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="restricted" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="odd:document" as="document-node()" select="/"/>

  <xsl:function name="odd:type" as="element()">
    <xsl:param name="model" as="element()*"/>
    <xsl:param name="owner" as="xs:string"/>
    <xsl:if test="count($model) ne 1">
      <xsl:message terminate="yes" select="odd:title($model[1]) || ': a datatype is one thing or one alternate: ' || $owner"/>
    </xsl:if>
    <xsl:apply-templates mode="type" select="$model"/>
  </xsl:function>

  <xsl:template mode="type" match="tei:dataRef[@key]" as="element()">
    <xsl:variable name="facets" as="element(r:facet)*" select="odd:facets(.)"/>
    <xsl:choose>
      <xsl:when test="empty($facets)"><r:ref name="{@key}"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="spec" as="element()" select="odd:spec(.)"/>
        <xsl:apply-templates mode="restricted" select="odd:type($spec/tei:content/*, $spec/@ident)">
          <xsl:with-param name="facets" tunnel="yes" select="$facets"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="type" match="tei:dataRef[@name]" as="element(r:builtin)">
    <!-- Classes that follow an edition of Unicode differ between validators; and jing lets a space
         pass where a negated class names \s. -->
    <r:builtin name="{@name}">
      <xsl:if test="matches(@restriction, '\\[pPdDwWiIcC]|\[\^[^\]]*\\[sS]')">
        <xsl:attribute name="caution" select="'validators differ about this pattern: write its characters out'"/>
        <xsl:sequence select="odd:place(.)"/>
      </xsl:if>
      <xsl:sequence select="odd:facets(.)"/>
    </r:builtin>
  </xsl:template>

  <xsl:function name="odd:facets" as="element(r:facet)*">
    <xsl:param name="reference" as="element(tei:dataRef)"/>
    <xsl:if test="$reference/@restriction"><r:facet name="pattern" value="{$reference/@restriction}"/></xsl:if>
    <xsl:for-each select="$reference/tei:dataFacet"><r:facet name="{@name}" value="{@value}"/></xsl:for-each>
  </xsl:function>

  <!-- A named datatype with further facets: they go to each builtin that it is made of, and words
       of a list stay where they fit the pattern. -->
  <xsl:template mode="restricted" match="r:builtin" as="element(r:builtin)">
    <xsl:param name="facets" as="element(r:facet)+" tunnel="yes"/>
    <r:builtin><xsl:sequence select="@*, r:facet, $facets"/></r:builtin>
  </xsl:template>
  <xsl:template mode="restricted" match="r:values" as="element(r:values)">
    <xsl:param name="facets" as="element(r:facet)+" tunnel="yes"/>
    <r:values>
      <xsl:sequence select="r:value[every $pattern in $facets[@name = 'pattern'] satisfies
        matches(@ident, '^(' || $pattern/@value || ')$')]"/>
    </r:values>
  </xsl:template>
  <xsl:template mode="restricted" match="r:union" as="element(r:union)">
    <r:union><xsl:apply-templates mode="restricted" select="*"/></r:union>
  </xsl:template>
  <xsl:template mode="restricted" match="r:ref" as="element()">
    <xsl:apply-templates mode="restricted" select="key('spec', @name, $odd:document) ! odd:type(tei:content/*, @ident)"/>
  </xsl:template>

  <xsl:template mode="type" match="tei:textNode" as="element(r:builtin)">
    <r:builtin name="string"/>
  </xsl:template>

  <xsl:template mode="type" match="tei:valList" as="element(r:values)">
    <r:values>
      <xsl:for-each select="tei:valItem[not(@mode = 'delete')]">
        <r:value ident="{odd:name(.)}" desc="{odd:desc(.)}"/>
      </xsl:for-each>
    </r:values>
  </xsl:template>

  <xsl:template mode="type" match="tei:alternate" as="element(r:union)">
    <r:union><xsl:apply-templates mode="type" select="*"/></r:union>
  </xsl:template>

  <xsl:template mode="type" match="tei:empty" as="element(r:values)">
    <r:values><r:value ident="" desc=""/></r:values>
  </xsl:template>

  <xsl:template mode="type" match="tei:*" priority="-1" as="item()*">
    <xsl:sequence select="odd:refuse(., 'a datatype is made of dataRef, valList, textNode and alternate, not of '
      || local-name())"/>
  </xsl:template>

</xsl:stylesheet>
