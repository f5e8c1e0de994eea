<?xml version="1.0" encoding="UTF-8"?>
<!-- From a pure ODD to its resolved form: every class, macro and inherited attribute followed up.

     The four outputs (rng.xsl, xsd.xsl, schematron.xsl, table.xsl) read only the resolved form, so
     that they can't disagree about what the ODD says. What no XSD 1.0 can express ends the run here,
     with the element's name: a schema that is looser or stricter than the others is never written. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:output method="xml" indent="no"/>
  <xsl:strip-space elements="tei:*"/>

  <xsl:include href="modules/specs.xsl"/>
  <xsl:include href="modules/particles.xsl"/>
  <xsl:include href="modules/content.xsl"/>
  <xsl:include href="modules/determinism.xsl"/>
  <xsl:include href="modules/datatypes.xsl"/>
  <xsl:include href="modules/attributes.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(r:schema)">
    <xsl:variable name="schema" as="element(tei:schemaSpec)" select="(//tei:schemaSpec)[1]"/>
    <r:schema ident="{$schema/@ident}" ns="{$schema/@ns}"
        start="{string-join(tokenize(($schema/@start, 'TEI')[1]), ' ')}">
      <xsl:apply-templates select="$schema//tei:dataSpec"/>
      <xsl:apply-templates select="$schema//tei:classSpec[@type = 'model']"/>
      <xsl:apply-templates select="$schema//tei:classSpec[@type = 'atts']"/>
      <xsl:apply-templates select="$schema//tei:elementSpec"/>
      <xsl:apply-templates select="$schema//tei:constraintSpec[@scheme = 'schematron']"/>
    </r:schema>
  </xsl:template>

  <xsl:template match="tei:dataSpec" as="element(r:data)">
    <r:data name="{@ident}" desc="{odd:desc(.)}">
      <xsl:sequence select="odd:type(tei:content/*, @ident)"/>
    </r:data>
  </xsl:template>

  <!-- A class without members is left out: a reference to it matches nothing. -->
  <xsl:template match="tei:classSpec[@type = 'model']" as="element(r:class)?">
    <xsl:variable name="members" as="element()*" select="odd:members(.)"/>
    <xsl:if test="exists($members)">
      <r:class name="{@ident}" desc="{odd:desc(.)}">
        <xsl:for-each select="$members">
          <xsl:element name="{if (self::tei:elementSpec) then 'r:element' else 'r:class'}">
            <xsl:attribute name="ref" select="@ident"/>
          </xsl:element>
        </xsl:for-each>
      </r:class>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:classSpec[@type = 'atts']" as="element(r:attributes)?">
    <xsl:variable name="own" as="element(tei:attDef)*" select="odd:own-attributes(.)"/>
    <xsl:if test="exists($own)">
      <r:attributes name="{@ident}" desc="{odd:desc(.)}">
        <xsl:sequence select="$own ! odd:attribute(., ())"/>
      </r:attributes>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:elementSpec" as="element(r:element)">
    <r:element name="{@ident}" module="{@module}" desc="{odd:desc(.)}">
      <xsl:sequence select="odd:checked-content(.)"/>
      <xsl:sequence select="odd:attributes-of(.)"/>
    </r:element>
  </xsl:template>

  <xsl:template match="tei:constraintSpec" as="element(r:constraint)">
    <r:constraint ident="{@ident}" owner="{ancestor::*[@ident][1]/@ident}"
        element="{ancestor::tei:elementSpec/@ident}" desc="{odd:desc(.)}">
      <xsl:copy-of select="tei:constraint/*" copy-namespaces="no"/>
    </r:constraint>
  </xsl:template>

</xsl:stylesheet>
