<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models as particles: r:sequence, r:choice, r:element, r:class, r:any, r:text, each with
     min and max. Macros are put in place; classes stay references where they mean a choice. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:mode name="particle" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="particle" match="tei:sequence" as="element(r:sequence)">
    <xsl:if test="@preserveOrder = 'false'">
      <xsl:sequence select="odd:refuse(., 'a sequence in any order has no counterpart in XSD')"/>
    </xsl:if>
    <r:sequence>
      <xsl:sequence select="odd:occurrence(.)"/>
      <xsl:apply-templates mode="particle" select="*"/>
    </r:sequence>
  </xsl:template>

  <xsl:template mode="particle" match="tei:alternate" as="element(r:choice)">
    <r:choice>
      <xsl:sequence select="odd:occurrence(.)"/>
      <xsl:apply-templates mode="particle" select="*"/>
    </r:choice>
  </xsl:template>

  <xsl:template mode="particle" match="tei:elementRef" as="element(r:element)">
    <xsl:if test="not(odd:spec(.)/self::tei:elementSpec)">
      <xsl:sequence select="odd:refuse(., @key || ' is no element')"/>
    </xsl:if>
    <r:element ref="{@key}"><xsl:sequence select="odd:occurrence(.)"/></r:element>
  </xsl:template>

  <xsl:template mode="particle" match="tei:textNode" as="element(r:text)">
    <r:text min="1" max="1"/>
  </xsl:template>

  <xsl:template mode="particle" match="tei:empty" as="element(r:sequence)">
    <r:sequence min="1" max="1"/>
  </xsl:template>

  <xsl:template mode="particle" match="tei:anyElement" as="element(r:any)">
    <r:any except="{normalize-space(@except)}" require="{normalize-space(@require)}">
      <xsl:sequence select="odd:occurrence(.)"/>
    </r:any>
  </xsl:template>

  <!-- A macro brings its own occurrence; the reference's is put around it. -->
  <xsl:template mode="particle" match="tei:macroRef" as="element()">
    <xsl:variable name="model" as="element()*">
      <xsl:apply-templates mode="particle" select="odd:spec(.)/tei:content/*"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($model) eq 1 and not(@minOccurs or @maxOccurs)">
        <xsl:sequence select="$model"/>
      </xsl:when>
      <xsl:otherwise>
        <r:sequence><xsl:sequence select="odd:occurrence(.), $model"/></r:sequence>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="particle" match="tei:classRef" as="element()">
    <xsl:variable name="class" as="element()" select="odd:spec(.)"/>
    <xsl:variable name="names" as="xs:string*" select="odd:chosen(., $class)"/>
    <xsl:variable name="whole" as="xs:boolean" select="not(@include or @except)"/>
    <xsl:choose>
      <xsl:when test="empty($names)">
        <xsl:if test="not(@minOccurs = '0')">
          <xsl:sequence select="odd:refuse(., 'needs ' || @key || ', which has no members')"/>
        </xsl:if>
        <r:sequence min="1" max="1"/>
      </xsl:when>
      <xsl:when test="starts-with(@expand, 'sequence')">
        <xsl:sequence select="odd:class-sequence(., $names)"/>
      </xsl:when>
      <xsl:when test="$whole">
        <r:class ref="{@key}"><xsl:sequence select="odd:occurrence(.)"/></r:class>
      </xsl:when>
      <xsl:otherwise>
        <r:choice>
          <xsl:sequence select="odd:occurrence(.)"/>
          <xsl:for-each select="$names"><r:element ref="{.}" min="1" max="1"/></xsl:for-each>
        </r:choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The members of a class one after the other, as @expand says. -->
  <xsl:function name="odd:class-sequence" as="element(r:sequence)">
    <xsl:param name="reference" as="element(tei:classRef)"/>
    <xsl:param name="names" as="xs:string*"/>
    <r:sequence>
      <xsl:sequence select="odd:occurrence($reference)"/>
      <xsl:for-each select="$names">
        <r:element ref="{.}" min="{if (contains($reference/@expand, 'Optional')) then 0 else 1}"
            max="{if (contains($reference/@expand, 'Repeatable')) then 'unbounded' else 1}"/>
      </xsl:for-each>
    </r:sequence>
  </xsl:function>

  <!-- Names of the elements that a class reference means, after its include or except. -->
  <xsl:function name="odd:chosen" as="xs:string*">
    <xsl:param name="reference" as="element(tei:classRef)"/>
    <xsl:param name="class" as="element()"/>
    <xsl:variable name="all" as="xs:string*" select="odd:element-names($class)"/>
    <xsl:sequence select="
      if ($reference/@include) then $all[. = tokenize($reference/@include)]
      else $all[not(. = tokenize($reference/@except))]"/>
  </xsl:function>

  <!-- All elements of a class and its subclasses, each once. -->
  <xsl:function name="odd:element-names" as="xs:string*">
    <xsl:param name="class" as="element()"/>
    <xsl:sequence select="distinct-values(odd:members($class) !
      (if (self::tei:elementSpec) then string(@ident) else odd:element-names(.)))"/>
  </xsl:function>

  <xsl:function name="odd:occurrence" as="attribute()+">
    <xsl:param name="particle" as="element()"/>
    <xsl:attribute name="min" select="($particle/@minOccurs, 1)[1]"/>
    <xsl:attribute name="max" select="($particle/@maxOccurs, 1)[1]"/>
  </xsl:function>

</xsl:stylesheet>
